import * as v from 'valibot'
import { BrowserId, NodeId, PeerId, ProducerId, ResumeToken } from '../../../protocol/ids.ts'
import { RtpCapabilities } from '../../../protocol/media/rtp.ts'
import { MediaSource } from '../../../protocol/media/session.ts'
import { IceServer } from '../../../protocol/media/transport.ts'
import { Ticket } from '../../../protocol/page-edge/door.ts'
import { MeasuredNode } from '../../../protocol/page-edge/requests.ts'
import { Role } from '../../../protocol/page-edge/roster.ts'
import { PersonName } from '../../../protocol/page-edge/sealed.ts'
import { AddressHash } from '../../http/address-hash.ts'

/** Who is in the room, who waits for it, and who was there: as `state.ts` has them. */

const moment = v.number()

const ProducerState = v.object({
  id: ProducerId,
  source: MediaSource,
  paused: v.boolean(),
  /** Whether the node has it. Only then do the others hear of it. */
  confirmed: v.boolean(),
  /** Where it is sent to. */
  node: NodeId,
})
export type ProducerState = v.InferOutput<typeof ProducerState>

const Presence = v.variant('is', [
  /** Asked to join, and waits for a welcome: nobody knows of it yet. */
  v.object({ is: v.literal('joining'), request: v.number() }),
  v.object({ is: v.literal('here') }),
  /** Its socket is gone; it may come back until then (ms since the epoch). */
  v.object({ is: v.literal('away'), since: v.optional(moment, 0), until: moment }),
])

/** Where somebody comes from, as far as the room can know: by this the removed are told from others. */
export const Provenance = v.object({
  browser: v.nullable(BrowserId),
  address: v.nullable(AddressHash),
})
export type Provenance = v.InferOutput<typeof Provenance>

/** What somebody may reach a node through: their TURN credentials, and when others are needed. */
const IceState = v.object({
  /** What they hold; null where they never got any. */
  grant: v.nullable(
    v.object({ servers: v.array(IceServer), until: v.nullable(moment), usernames: v.array(v.string()) }),
  ),
  /** User names that they held before, and that may still hold. */
  former: v.array(v.string()),
  /** Whether others were asked for. */
  asked: v.boolean(),
  /** When to ask for others; null for never. */
  due: v.nullable(moment),
})
export type IceState = v.InferOutput<typeof IceState>

export const NO_ICE: IceState = { grant: null, former: [], asked: false, due: null }

/** A person in the room. */
export const PeerState = v.object({
  id: PeerId,
  name: PersonName,
  role: Role,
  /** Whether they brought the key of the room's creator. */
  creator: v.boolean(),
  token: ResumeToken,
  ...Provenance.entries,
  presence: Presence,
  /** Whether the others know of this person: from the first welcome on. */
  announced: v.boolean(),
  rtpCapabilities: v.nullable(RtpCapabilities),
  /** Counts this person's media sessions; transports' ids derive from it. */
  generation: v.number(),
  /** Whether that session was asked of a node, and answered. */
  media: v.picklist(['none', 'asked', 'up']),
  /** The node that carries that session; null where there is none. */
  node: v.nullable(NodeId),
  /** Whether that session goes through a TURN server, as the page says. */
  viaTurn: v.optional(v.boolean(), false),
  /** The session in which their node hears nothing of their page; null while it does. */
  silentIn: v.optional(v.nullable(v.number()), null),
  /** Whether the others were told that they are cut off, and when that was last. */
  cutOff: v.optional(v.boolean(), false),
  cutOffAt: v.optional(v.nullable(moment), null),
  /** The session that goes on beside it, on a node that is about to go. */
  migratingFrom: v.nullable(
    v.object({
      node: NodeId,
      generation: v.number(),
      /** It ends then at the latest. */
      until: moment,
      /** Whether the page needs it no longer. */
      ready: v.boolean(),
    }),
  ),
  /** The nodes that the page measured before it came. */
  measuredNodes: v.array(MeasuredNode),
  /** Where they would have the room open; null where they leave it to the swarm. */
  preferredNode: v.optional(v.nullable(NodeId), null),
  producers: v.array(ProducerState),
  /** The pictures that their page said it does not show; it shows all others, for all that the room knows. */
  notShown: v.optional(v.array(ProducerId), []),
  ice: v.optional(IceState, () => NO_ICE),
  /** Whether they were gone, and came back with their token. */
  returned: v.optional(v.boolean(), false),
})
export type PeerState = v.InferOutput<typeof PeerState>

/** Somebody who is gone, and may come back with their token (R6). */
export const PastState = v.object({
  id: PeerId,
  name: PersonName,
  role: Role,
  creator: v.boolean(),
  token: ResumeToken,
  /** Of their last media session. */
  generation: v.number(),
})
export type PastState = v.InferOutput<typeof PastState>

/** Somebody who waits in the lobby. */
export const WaitingState = v.object({
  /** Theirs in the room, once they are in. */
  id: PeerId,
  name: PersonName,
  ticket: Ticket,
  ...Provenance.entries,
  /** Since when. */
  at: moment,
  presence: v.variant('is', [
    v.object({ is: v.literal('here') }),
    /** Its socket is gone; the place is kept until then. */
    v.object({ is: v.literal('away'), until: moment }),
    /** A moderator said yes; they may come in until then. */
    v.object({ is: v.literal('admitted'), until: moment }),
  ]),
})
export type WaitingState = v.InferOutput<typeof WaitingState>
