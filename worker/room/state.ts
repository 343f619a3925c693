import * as v from 'valibot'
import { Allowances } from '../../protocol/allowances.ts'
import { DisplayName } from '../../protocol/display-name.ts'
import { BrowserId, NodeId, PeerId, ProducerId, ResumeToken, SendId } from '../../protocol/ids.ts'
import { MediaSource } from '../../protocol/media.ts'
import { Role } from '../../protocol/roster.ts'
import { RtpCapabilities } from '../../protocol/rtp.ts'

/**
 * The state of one room: plain data, never changed in place, so that what changed is what is another object. The
 * schemas read it back from the disk.
 */

const moment = v.number()

const ProducerState = v.object({
  id: ProducerId,
  source: MediaSource,
  paused: v.boolean(),
  /** Whether the node has it. Only then do the others hear of it. */
  confirmed: v.boolean(),
})
export type ProducerState = v.InferOutput<typeof ProducerState>

const Presence = v.variant('is', [
  /** Asked to join, and waits for a welcome: nobody knows of it yet. */
  v.object({ is: v.literal('joining'), request: v.number() }),
  v.object({ is: v.literal('here') }),
  /** Its socket is gone; it may come back until then (ms since the epoch). */
  v.object({ is: v.literal('away'), until: moment }),
])

/** A person in the room. */
export const PeerState = v.object({
  id: PeerId,
  name: DisplayName,
  role: Role,
  token: ResumeToken,
  browser: v.nullable(BrowserId),
  presence: Presence,
  /** Whether the others know of this person: from the first welcome on. */
  announced: v.boolean(),
  rtpCapabilities: v.nullable(RtpCapabilities),
  /** Counts this person's media sessions; transports' ids derive from it. */
  generation: v.number(),
  /** Whether that session was asked of the node, and answered. */
  media: v.picklist(['none', 'asked', 'up']),
  producers: v.array(ProducerState),
  /** This person's last sendings, and the messages they became. */
  sent: v.optional(v.array(v.object({ once: SendId, id: v.number(), at: moment })), []),
})
export type PeerState = v.InferOutput<typeof PeerState>

const Placement = v.variant('at', [
  v.object({ at: v.literal('nowhere') }),
  /** The directory was asked. */
  v.object({ at: v.literal('seeking') }),
  /** There is no node; the directory tells when there is, and the room asks again at `retry` all the same. */
  v.object({ at: v.literal('waiting'), retry: moment }),
  v.object({ at: v.literal('node'), node: NodeId }),
])

/** Everything about the room but its people. */
export const RoomHead = v.object({
  /** The number of the last event. */
  seq: v.number(),
  locked: v.boolean(),
  allowed: Allowances,
  /** How many messages were relayed: the number of the last one. */
  relayed: v.number(),
  /** Browsers that were put out. */
  removed: v.array(BrowserId),
  placement: Placement,
  /** When the last person left, where nobody is there and there is something to erase. */
  emptySince: v.nullable(moment),
})
export type RoomHead = v.InferOutput<typeof RoomHead>

export interface RoomState {
  readonly head: RoomHead
  /** In the order of arrival. */
  readonly peers: ReadonlyMap<PeerId, PeerState>
}

const ALL_ALLOWED: Allowances = { microphone: true, camera: true, screen: true, chat: true }

export const emptyRoom: RoomState = {
  head: {
    seq: 0,
    locked: false,
    allowed: ALL_ALLOWED,
    relayed: 0,
    removed: [],
    placement: { at: 'nowhere' },
    emptySince: null,
  },
  peers: new Map(),
}
