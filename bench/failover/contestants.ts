import type { SwarmNode } from './swarm.ts'

/** One way of losing what carries a room of four. */
export interface Contestant {
  readonly name: string
  readonly title: string
  /** Near to which node each of the four is; null where the edge chooses one for all. */
  readonly near: readonly [SwarmNode, SwarmNode, SwarmNode, SwarmNode] | null
  /**
   * What happens: a node is killed, or its mediasoup worker; its network is cut, or it stops; it is drained; or, as the
   * reference, everybody loads the page again while all is well.
   */
  readonly event: 'kill' | 'kill-worker' | 'cut' | 'freeze' | 'drain' | 'reload'
  /** Silence within this time of the event is counted, in milliseconds: far beyond the budget. */
  readonly watchMs: number
  /** The 95th percentile that is allowed, in milliseconds; null where none was set. */
  readonly budgetMs: number | null
}

const KILL = { watchMs: 5_000, budgetMs: 800 } as const
const SILENCE = { watchMs: 8_000, budgetMs: 4_000 } as const

/** The reference comes first. */
export const CONTESTANTS: readonly Contestant[] = [
  {
    ...{ name: 'reload', title: 'all reload the page', near: null, event: 'reload' },
    ...{ watchMs: 0, budgetMs: null },
  },
  { name: 'whole', title: 'the room’s only node is killed', near: null, event: 'kill', ...KILL },
  {
    name: 'spread',
    title: 'one of the room’s two nodes is killed',
    near: ['local', 'local', 'second', 'second'],
    event: 'kill',
    ...KILL,
  },
  { name: 'worker', title: 'the only node’s worker is killed', near: null, event: 'kill-worker', ...KILL },
  {
    name: 'blackhole',
    title: 'the only node’s network is cut',
    near: ['fourth', 'fourth', 'fourth', 'fourth'],
    event: 'cut',
    ...SILENCE,
  },
  { name: 'silent', title: 'the room’s only node stops', near: null, event: 'freeze', ...SILENCE },
  {
    ...{ name: 'drain', title: 'the room’s only node is drained', near: null, event: 'drain' },
    ...{ watchMs: 9_000, budgetMs: 0 },
  },
]
