import * as v from 'valibot'
import { PeerId } from '../../../protocol/ids.ts'
import { PAGE_EDGE } from '../../../protocol/version.ts'
import { AddressHash } from '../../http/address-hash.ts'

/** Who a socket is: it travels with the socket through hibernation. */
export const SocketIdentity = v.object({
  peer: PeerId,
  /** Whether it has asked to join. */
  joined: v.boolean(),
  /** The version that its page speaks, as it said in `join`. */
  protocol: v.optional(v.number(), PAGE_EDGE.newest),
  openedAt: v.number(),
  /** Where it comes from, as far as the room may know. */
  address: v.nullable(AddressHash),
  /** And from which IPv6 site. */
  site: v.optional(v.nullable(AddressHash), null),
  /** About where on Earth that is. */
  near: v.nullable(v.object({ latitude: v.number(), longitude: v.number() })),
  /** When its page was last asked whether it lives (ms since the epoch); null where that was not needed yet. */
  lookedAt: v.optional(v.nullable(v.number()), null),
  /** Malformed or unwanted messages so far. */
  strikes: v.number(),
  /** Whether the edge has closed it: it is nobody's, whatever still comes from it. */
  over: v.optional(v.boolean(), false),
})
export type SocketIdentity = v.InferOutput<typeof SocketIdentity>
