import * as v from 'valibot'
import { LenderInfo } from '../../../protocol/http/lender.ts'
import { NodeId, type PeerId } from '../../../protocol/ids.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { GroupDescription } from '../../../protocol/page-edge/group.ts'
import { Permissions } from '../../../protocol/page-edge/permissions.ts'
import { AddressKey } from '../../http/address-hash.ts'
import { Door, Keeping, KeptWords, Tries } from './door-state.ts'
import { NO_TURN_USAGE, PipeState, Placement, TurnUsageState } from './media-state.ts'
import { type PastState, type PeerState, Provenance, type WaitingState } from './peer-state.ts'

/**
 * The state of one room: plain data, never changed in place, so that what changed is what is another object. The
 * schemas read it back from the disk.
 */

const moment = v.number()

/** Everything about the room but its people. */
export const RoomHead = v.object({
  /** The number of the last event. */
  seq: v.number(),
  door: Door,
  /** The door as its owner left it, to which it returns when nobody is there; null where nobody owns it. */
  ownersDoor: v.nullable(Door),
  keeping: Keeping,
  spokenWords: v.optional(v.nullable(KeptWords), null),
  /** Whether an encrypted room has another link than it was opened with (D15). */
  linkChanged: v.optional(v.boolean(), false),
  /** Until when nobody new comes in, as a moderator is about to change it; null where none is. */
  linkAwaitedUntil: v.optional(v.nullable(moment), null),
  permissions: Permissions,
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
  lenders: v.optional(v.array(v.object({ node: NodeId, lender: LenderInfo })), []),
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
  /** How an encrypted room's group stands; null where none was founded, or nobody is left who is in it. */
  readonly group: GroupDescription | null
  /**
   * What the node answered to those whose TURN credentials are not there yet. In memory alone: after a restart both are
   * asked for again.
   */
  readonly held: ReadonlyMap<PeerId, readonly NodeOutcome[]>
}

const ALL_PERMITTED: Permissions = { microphone: true, camera: true, screen: true, chat: true }

export const emptyRoom: RoomState = {
  head: {
    seq: 0,
    door: { locked: false, lobby: false, password: null, owner: null, link: null, constantRate: false },
    ownersDoor: null,
    keeping: { is: 'not' },
    spokenWords: null,
    linkChanged: false,
    linkAwaitedUntil: null,
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
  group: null,
  held: new Map(),
}
