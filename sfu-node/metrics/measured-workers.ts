import type { MediaCounts } from './media-counts.ts'
import type { SentBytes } from './sent-bytes.ts'

/** One of the node's mediasoup workers, as far as it is measured. */
export interface MeasuredWorker {
  readonly address: { readonly port: number }
  readonly pid: number
  /** Whether its process lives. */
  readonly running: boolean
  /** The rooms whose routers it holds. */
  readonly rooms: readonly string[]
  readonly counts: MediaCounts
  readonly sent: SentBytes
  /** When it was ready, in milliseconds of the monotonic clock. */
  readonly startedAt: number
  /** Milliseconds of processor time that it had used by then. */
  readonly startCpuTimeMs: number
  /** Milliseconds of processor time since it started. Throws when it is gone. */
  cpuTimeMs(): Promise<number>
  /** Ends one that does not answer any more. */
  kill(): void
}

/** How many rooms these workers hold; one that is on several of them is one room. */
export const roomsOn = (workers: readonly MeasuredWorker[]): number =>
  new Set(workers.flatMap(({ rooms }) => rooms)).size

/** How many people these workers carry: everybody has two transports, one to send, one to receive. */
export const peopleOn = (workers: readonly MeasuredWorker[]): number =>
  Math.ceil(workers.reduce((sum, { sent }) => sum + sent.pageTransports, 0) / 2)
