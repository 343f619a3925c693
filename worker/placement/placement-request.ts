import type { NodeId } from '../../protocol/ids.ts'
import type { GeoPoint } from './geography.ts'

/** What a page found when it probed a node. */
interface MeasuredRoundTrip {
  readonly node: NodeId
  /** Not negative. */
  readonly roundTripMs: number
}

/** What whoever is placed will add to a node, as far as one can tell. */
export interface Demand {
  readonly consumers: number
  /** Bits a second that the node will send for it. */
  readonly bitsPerSecond: number
  /** People who come for certain: a new room's others may never come. */
  readonly people: number
}

/** Who looks for a node: a new room, a newcomer of one, or a room whose node has died. */
export interface PlacementRequest {
  /** About where the people are; null where nobody knows. */
  readonly hint: GeoPoint | null
  /** Round trips that the page has measured, to `MAX_CANDIDATES` nodes at most; empty where it has measured none. */
  readonly measuredNodes: readonly MeasuredRoundTrip[]
  /** The node that they would have, before any other; null where they leave it to the swarm. */
  readonly preferredNode: NodeId | null
  /** Nodes that will not do, such as the one that just died. */
  readonly avoid: readonly NodeId[]
  /** Nodes that carry the room already. */
  readonly on: readonly NodeId[]
  readonly brings: Demand
}

/** Of a new room it is only known that somebody comes: four people, each of whom sees and hears the three others. */
export const NEW_ROOM: Demand = { consumers: 24, bitsPerSecond: 6_000_000, people: 1 }
