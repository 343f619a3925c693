import { inColumns } from '../common/columns.ts'

/** What rooms that open cost, so many a second. */
export interface RoomsMeasured {
  readonly perSecond: number
  /** Of the edge's processor, a room. */
  readonly edgeMs: number
  /** For how long whoever opens one waits. */
  readonly medianMs: number
  readonly p99Ms: number
}

/** What was found of a swarm of that size. */
export interface Measured {
  readonly nodes: number
  /** What the edge's processor does for their heartbeats alone, in ms a second. */
  readonly restMs: number
  /** What one more costs of it, in ms. */
  readonly heartbeatMs: number
  readonly rooms: readonly RoomsMeasured[]
}

const HEADINGS = [
  ...['nodes', 'edge busy at rest', 'ms a heartbeat'],
  ...['rooms/s', 'ms a room', 'wait p50 ms', 'p99'],
]

/** All swarms as text, for a person. */
export const tableOf = (measured: readonly Measured[]): string =>
  inColumns([HEADINGS, ...measured.flatMap(rowsOf)]).join('\n')

function rowsOf({ nodes, restMs, heartbeatMs, rooms }: Measured): string[][] {
  const first = [String(nodes), `${(restMs / 10).toFixed(1)} %`, heartbeatMs.toFixed(2)]
  return rooms.map(({ perSecond, edgeMs, medianMs, p99Ms }, index) => [
    ...(index === 0 ? first : first.map(() => '')),
    ...[String(perSecond), edgeMs.toFixed(1), medianMs.toFixed(1), p99Ms.toFixed(1)],
  ])
}
