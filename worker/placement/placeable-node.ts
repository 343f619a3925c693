import type { NodeId } from '../../protocol/ids.ts'
import type { GeoPoint } from './geography.ts'

/**
 * Whether a node may serve: `active`; `paused`, so that rooms end that are there, by the operator or because it is at a limit of
 * its lender's; `draining`, about to go, whose rooms move; or `revoked`, no longer one of ours.
 */
type Availability = 'active' | 'paused' | 'draining' | 'revoked'

/** What a lender lends at most. Null is without limit. */
export interface LenderLimits {
  /** Bits a second that the node sends. */
  readonly bitsPerSecond: number | null
  /** Bytes that it sends in a calendar month (UTC). */
  readonly bytesPerMonth: number | null
  /** Rooms at a time. */
  readonly rooms: number | null
  /** People at a time, in all its rooms. */
  readonly people: number | null
}

/** What a node carries, by its last heartbeat. */
export interface CarriedLoad {
  readonly rooms: number
  readonly people: number
  /** Streams that it sends to people and to other nodes. */
  readonly consumers: number
  /** Share of its cores' time, 0 to 1. */
  readonly cpu: number
  /** Bits a second that it sends. */
  readonly bitsPerSecond: number
  /** Bytes that it has sent in this calendar month (UTC). */
  readonly bytesThisMonth: number
}

/** All that placement wants to know of a node. */
export interface PlaceableNode {
  readonly node: NodeId
  readonly availability: Availability
  /** Whether its media ports were proven to be reachable from outside. */
  readonly reachable: boolean
  /** Where it stands; null where nobody knows. */
  readonly at: GeoPoint | null
  /** Consumers that it can carry, at least 1. */
  readonly capacity: number
  readonly limits: LenderLimits
  readonly load: CarriedLoad
}
