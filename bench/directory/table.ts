import { inColumns } from '../common/columns.ts'

/** What rooms that open cost, so many a second. */
export interface RoomsMeasured {
  readonly perSecond: number
  /** The share of one core that the edge used meanwhile. */
  readonly busy: number
  /** For how long whoever opens one waits. */
  readonly medianMs: number
  readonly p99Ms: number
}

/** What was found of a swarm of that size. */
export interface Measured {
  readonly nodes: number
  /** The share of one core that the edge used for the nodes' own heartbeats, and with 100 more a second. */
  readonly atRest: number
  readonly withMore: number
  readonly rooms: readonly RoomsMeasured[]
}

const HEADINGS = ['nodes', 'busy', 'with 100 beats/s more', 'rooms/s', 'busy', 'wait p50 ms', 'p99']

/** All swarms as text, for a person. */
export const tableOf = (measured: readonly Measured[]): string =>
  inColumns([HEADINGS, ...measured.flatMap(rowsOf)]).join('\n')

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function rowsOf({ nodes, atRest, withMore, rooms }: Measured): string[][] {
  const first = [String(nodes), percent(atRest), percent(withMore)]
  return rooms.map(({ perSecond, busy, medianMs, p99Ms }, index) => [
    ...(index === 0 ? first : first.map(() => '')),
    ...[String(perSecond), percent(busy), medianMs.toFixed(1), p99Ms.toFixed(1)],
  ])
}
