import type { SwarmNode } from './swarm.ts'

/** One way of losing what carries a room of four. */
export interface Contestant {
  readonly name: string
  readonly title: string
  /** Near to which node each of the four is; null where the edge chooses one for all. */
  readonly near: readonly [SwarmNode, SwarmNode, SwarmNode, SwarmNode] | null
  /** What happens: a node is killed, falls silent, or is drained; or, as the reference, everybody loads the page again while all is well. */
  readonly event: 'kill' | 'freeze' | 'drain' | 'reload'
}

/** The reference comes first. */
export const CONTESTANTS: readonly Contestant[] = [
  { name: 'reload', title: 'all reload the page', near: null, event: 'reload' },
  { name: 'whole', title: 'the room’s only node is killed', near: null, event: 'kill' },
  {
    name: 'spread',
    title: 'one of the room’s two nodes is killed',
    near: ['local', 'local', 'second', 'second'],
    event: 'kill',
  },
  { name: 'silent', title: 'the room’s only node falls silent', near: null, event: 'freeze' },
  { name: 'drain', title: 'the room’s only node is drained', near: null, event: 'drain' },
]
