import * as v from 'valibot'
import { Allowances } from '../../../protocol/allowances.ts'
import { DisplayName } from '../../../protocol/display-name.ts'
import { Ticket } from '../../../protocol/door.ts'
import {
  BrowserId,
  NodeId,
  PeerId,
  PipeId,
  ProducerId,
  RelayedCountId,
  ResumeToken,
} from '../../../protocol/ids.ts'
import { Carrier } from '../../../protocol/lender.ts'
import { MediaSource } from '../../../protocol/media.ts'
import type { NodeOutcome } from '../../../protocol/node-requests.ts'
import { MeasuredNode } from '../../../protocol/page-requests.ts'
import { PipeAddress, SrtpParameters } from '../../../protocol/pipe.ts'
import { Role } from '../../../protocol/roster.ts'
import { RtpCapabilities } from '../../../protocol/rtp.ts'
import { IceServer } from '../../../protocol/transport.ts'
import { TurnLevel } from '../../../protocol/turn.ts'
import { AddressHash, AddressKey, OwnerHash, PasswordVerifier } from '../door/secrets.ts'

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
  name: DisplayName,
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
  name: DisplayName,
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
  name: DisplayName,
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

/** What stands between the room and whoever wants in; with an owner it outlives the empty room. */
export const Door = v.object({
  locked: v.boolean(),
  lobby: v.boolean(),
  password: v.nullable(PasswordVerifier),
  owner: v.nullable(OwnerHash),
})
export type Door = v.InferOutput<typeof Door>

/** Whether an owned door is kept: `unmet` until two people met, `met` while the directory is asked. */
const Keeping = v.variant('is', [
  v.object({ is: v.picklist(['not', 'kept']) }),
  /** By what the directory counts the owner's address; null until it said so. */
  v.object({ is: v.picklist(['unmet', 'met']), mark: v.nullable(AddressHash) }),
])

/** How many tries somebody's address had spent at some moment; they come back with time. */
const Tries = v.object({ address: v.nullable(AddressHash), spent: v.number(), at: moment })
export type Tries = v.InferOutput<typeof Tries>

/** A producer on its way through a pipe, or through it. */
const PipedProducer = v.object({
  producer: ProducerId,
  to: NodeId,
  /** The sending node was asked; the receiving one was; it is there; or it could not be done. */
  at: v.picklist(['leaving', 'arriving', 'through', 'failed']),
  /** Whether nobody there shows it, so that nothing is sent. */
  paused: v.optional(v.boolean(), false),
})
export type PipedProducer = v.InferOutput<typeof PipedProducer>

const PipeEnd = v.object({
  node: NodeId,
  /** What the other end has to know; null until the node has told. */
  opened: v.nullable(v.object({ address: PipeAddress, srtpParameters: SrtpParameters })),
})
export type PipeEnd = v.InferOutput<typeof PipeEnd>

/** What joins two of the room's nodes, in both directions. */
export const PipeState = v.object({
  id: PipeId,
  ends: v.tuple([PipeEnd, PipeEnd]),
  pipedProducers: v.array(PipedProducer),
  /** Until when it is left alone, where it could not be opened. */
  failedUntil: v.nullable(moment),
})
export type PipeState = v.InferOutput<typeof PipeState>

const Placement = v.variant('at', [
  v.object({ at: v.literal('nowhere') }),
  /** The directory was asked. */
  v.object({ at: v.literal('seeking') }),
  /** There is no node; the directory tells when there is, and the room asks again at `retry` all the same. */
  v.object({ at: v.literal('waiting'), retry: moment }),
  /** Where whoever comes is carried, unless another node is nearer to them. */
  v.object({ at: v.literal('node'), node: NodeId }),
])

/** How much of the room went through TURN servers, and what still may. */
const TurnUsageState = v.object({
  /** Since the room was last empty. */
  bytes: v.number(),
  /** What the nodes told of it last; of nodes where nobody was relayed, nothing counts. */
  told: v.array(v.object({ node: NodeId, count: v.nullable(RelayedCountId), bytes: v.number(), at: moment })),
  /** What the room's own budget lets through, and that of all rooms in this month. */
  room: TurnLevel,
  month: TurnLevel,
})
export type TurnUsageState = v.InferOutput<typeof TurnUsageState>

const NO_TURN_USAGE: TurnUsageState = { bytes: 0, told: [], room: 'all', month: 'all' }

/** Everything about the room but its people. */
export const RoomHead = v.object({
  /** The number of the last event. */
  seq: v.number(),
  door: Door,
  /** The door as its owner left it, to which it returns when nobody is there; null where nobody owns it. */
  ownersDoor: v.nullable(Door),
  keeping: Keeping,
  permissions: Allowances,
  /** The number of the last message that people sent each other. */
  lastMessageId: v.number(),
  /** Those who were put out. */
  removed: v.array(Provenance),
  /** Wrong passwords, by address. */
  tries: v.array(Tries),
  /** Knocks that came to nothing, by address. */
  knocks: v.array(Tries),
  /** Null until somebody came whose address it hashes. */
  addressKey: v.nullable(AddressKey),
  placement: Placement,
  pipes: v.array(PipeState),
  /** Who lends its nodes, but for the operator's own. */
  lenders: v.optional(v.array(v.object({ node: NodeId, lender: Carrier })), []),
  turnUsage: v.optional(TurnUsageState, () => NO_TURN_USAGE),
  /** Those of its nodes that are about to go, and when to look again for another. */
  draining: v.array(v.object({ node: NodeId, retry: v.nullable(moment) })),
  /** Those that did not serve, and until when they are left alone. */
  avoided: v.optional(v.array(v.object({ node: NodeId, until: moment })), []),
  /** The last pipe's number; it counts them. */
  lastPipeId: v.number(),
  /** When the last person left, where nobody is there and there is something to erase. */
  emptySince: v.nullable(moment),
  /** Wrong passwords of networks, sites and all (null) together. */
  crowd: v.optional(v.array(Tries), []),
  /** Until when the door is kept, where that is all there is left. */
  doorUntil: v.nullable(moment),
})
export type RoomHead = v.InferOutput<typeof RoomHead>

export interface RoomState {
  readonly head: RoomHead
  /** In the order of arrival. */
  readonly peers: ReadonlyMap<PeerId, PeerState>
  /** In the order of their knocks. */
  readonly waiting: ReadonlyMap<PeerId, WaitingState>
  /** In the order in which they went. */
  readonly past: ReadonlyMap<PeerId, PastState>
  /**
   * What the node answered to those whose TURN credentials are not there yet. In memory alone: after a restart both are
   * asked for again.
   */
  readonly held: ReadonlyMap<PeerId, readonly NodeOutcome[]>
}

const ALL_PERMITTED: Allowances = { microphone: true, camera: true, screen: true, chat: true }

export const emptyRoom: RoomState = {
  head: {
    seq: 0,
    door: { locked: false, lobby: false, password: null, owner: null },
    ownersDoor: null,
    keeping: { is: 'not' },
    permissions: ALL_PERMITTED,
    lastMessageId: 0,
    removed: [],
    tries: [],
    crowd: [],
    knocks: [],
    addressKey: null,
    placement: { at: 'nowhere' },
    pipes: [],
    lenders: [],
    turnUsage: NO_TURN_USAGE,
    draining: [],
    avoided: [],
    lastPipeId: 0,
    emptySince: null,
    doorUntil: null,
  },
  peers: new Map(),
  waiting: new Map(),
  past: new Map(),
  held: new Map(),
}
