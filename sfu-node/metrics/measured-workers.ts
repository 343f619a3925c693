import type { MediaWorker } from '../media/workers/media-worker.ts'

/** How many rooms these workers hold; one that is on several of them is one room. */
export const roomsOn = (workers: readonly MediaWorker[]): number =>
  new Set(workers.flatMap(({ rooms }) => rooms)).size

/** How many people these workers carry: everybody has two transports, one to send, one to receive. */
export const peopleOn = (workers: readonly MediaWorker[]): number =>
  Math.ceil(workers.reduce((sum, { sent }) => sum + sent.pageTransports, 0) / 2)
