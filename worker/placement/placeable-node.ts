import type { NodeId } from '../../protocol/ids.ts'
import type { GeoPoint } from './geography.ts'

/**
 * Whether a node may serve: `active`; `paused` by its lender, who lets rooms end that are there; `draining`, about to
 * go, whose rooms move; or `revoked`, no longer one of ours.
 */
type Availability = 'active' | 'paused' | 'draining' | 'revoked'

/** Hours of the day in UTC, 0 to 24, fractions included. From 20 to 6 goes past midnight; from 0 to 0 is the whole day. */
export interface Hours {
  readonly from: number
  readonly to: number
}

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
  /** When it takes new rooms. */
  readonly hours: Hours | null
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
  /** When it was last heard (ms since the epoch). */
  readonly heardAt: number
  /** The version of the protocol that it speaks (`PROTOCOL_VERSION`). */
  readonly protocol: number
  /** Where it stands; null where nobody knows. */
  readonly at: GeoPoint | null
  /** Consumers that it can carry, at least 1. */
  readonly capacity: number
  readonly limits: LenderLimits
  readonly load: CarriedLoad
}
