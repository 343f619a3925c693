import type { ErrorCode } from '../../../protocol/errors.ts'
import type { LenderInfo } from '../../../protocol/http/lender.ts'
import type { PeerId, ProducerId, VoterId } from '../../../protocol/ids.ts'
import type { RoomSettings } from '../../../protocol/page-edge/roster.ts'
import type {
  OpenedEvent,
  OpenedKnock,
  OpenedMessage,
  OpenedPeer,
  OpenedWelcome,
} from '../encryption/opened.ts'
import type { CallLink } from '../media/media-connection.ts'
import type { Received } from '../media/receiving/consumers.ts'
import { offersTurn } from '../media/transports/turn.ts'
import type { Connection, RoomView } from '../session/room-session.ts'
import { type HeldMedia, hold, NOTHING_HELD, withoutHeld } from './held-media.ts'
import { addToLog, clearFromLog, EMPTY_LOG, leaveLog, type MessageLog } from './message-log.ts'
import { foldRoster } from './roster-fold.ts'

/** By which keys a room goes, and what there is to say of them. */
export type KeysInUse = Pick<RoomView, 'encryption' | 'linkKeysReason' | 'epochAuthenticator' | 'keepsOut'>

/** What happened on our side of the wire. */
export type LocalFact =
  | { readonly fact: 'lobby-entered' }
  | { readonly fact: 'socket-cut' }
  | { readonly fact: 'socket-resumed' }
  | { readonly fact: 'refused'; readonly code: ErrorCode }
  | { readonly fact: 'left' }
  | { readonly fact: 'webrtc-missing' }
  | { readonly fact: 'link-changed'; readonly link: CallLink }
  | { readonly fact: 'path-changed'; readonly viaTurn: boolean }
  | { readonly fact: 'received-changed'; readonly received: readonly Received[] }
  /** What was lost with a node has not come again. */
  | { readonly fact: 'loss-over' }
  | { readonly fact: 'speakers-changed'; readonly speakers: ReadonlySet<ProducerId> }
  /** Of these people nothing comes any more, though their microphones are on. */
  | { readonly fact: 'cut-off-seen'; readonly cutOff: ReadonlySet<PeerId> }
  /** By which keys the room goes from now on. */
  | ({ readonly fact: 'keys-changed' } & KeysInUse)
  /** That much more was left out. */
  | { readonly fact: 'tampered'; readonly count: number }
  /** What was sent before we came, or by ourselves. */
  | { readonly fact: 'messages-known'; readonly messages: readonly OpenedMessage[] }

/** All that changes a room's state. */
export type Input =
  | { readonly kind: 'welcome'; readonly welcome: OpenedWelcome }
  | { readonly kind: 'event'; readonly event: OpenedEvent }
  | ({ readonly kind: 'local' } & LocalFact)

/** All that is known of the room one is in. */
export interface RoomState {
  readonly connection: Connection
  readonly refusal: ErrorCode | null
  readonly self: PeerId | null
  /** What our votes are counted by; null where the edge did not say. */
  readonly voter: VoterId | null
  /** The room's, as the edge said last: its door, what participants may do, and what TURN lets through. */
  readonly settings: RoomSettings
  /** Whether what people send each other is sealed, and by what: our link says so, never the edge. */
  readonly keys: KeysInUse
  /** How much was left out, as it could not be opened, or was not what its sender had sealed. */
  readonly tampered: number
  /** Who waits in the lobby, where we are a moderator. */
  readonly knocks: readonly OpenedKnock[]
  /** In the order of arrival, oneself included. */
  readonly peers: readonly OpenedPeer[]
  /** Whether this browser can take part in a call at all. */
  readonly webrtc: boolean
  /** Whether a node carries media for us: null until the edge said. */
  readonly carried: boolean | null
  /** Who lends that node; null where nobody does, or there is none. */
  readonly carriedBy: LenderInfo | null
  readonly link: CallLink
  /** Whether the edge offers a relay; null until it said. */
  readonly offersRelay: boolean | null
  /** Whether we go through a TURN server. */
  readonly viaTurn: boolean
  /** Whether media ever flowed: what comes after is a return, not a start. */
  readonly flowed: boolean
  readonly received: readonly Received[]
  readonly held: HeldMedia
  /** What sounds like speech. */
  readonly speakers: ReadonlySet<ProducerId>
  /** Of whom nothing comes, as seen here: the edge knows later (R8). */
  readonly cutOff: ReadonlySet<PeerId>
  readonly messages: MessageLog
}

export const INITIAL_STATE: RoomState = {
  connection: 'connecting',
  refusal: null,
  self: null,
  voter: null,
  settings: {
    locked: false,
    lobby: false,
    password: false,
    encrypted: false,
    spokenWords: null,
    constantRate: false,
    permissions: { microphone: true, camera: true, screen: true, chat: true },
    turnLevel: 'all',
  },
  keys: { encryption: 'none', linkKeysReason: null, epochAuthenticator: null, keepsOut: false },
  tampered: 0,
  knocks: [],
  peers: [],
  webrtc: true,
  carried: null,
  carriedBy: null,
  link: 'none',
  offersRelay: null,
  viaTurn: false,
  flowed: false,
  received: [],
  held: NOTHING_HELD,
  speakers: new Set(),
  cutOff: new Set(),
  messages: EMPTY_LOG,
}

/** The state after an input. Inputs about people or producers that are not there change nothing. */
export function fold(state: RoomState, input: Input): RoomState {
  switch (input.kind) {
    case 'welcome':
      return foldWelcome(state, input.welcome)
    case 'event':
      return foldEvent(state, input.event)
    case 'local':
      return foldLocal(state, input)
    default:
      return input satisfies never
  }
}

const foldWelcome = (
  state: RoomState,
  { self, voter, room, peers, knocks, media }: OpenedWelcome,
): RoomState => ({
  ...state,
  connection: 'connected',
  self,
  voter: voter ?? null,
  settings: room,
  knocks,
  peers,
  held: NOTHING_HELD,
  carried: media !== null,
  carriedBy: media?.carriedBy ?? null,
  offersRelay: media ? offersTurn(media.iceServers) : state.offersRelay,
  // Somebody else now: what was said was said to another, perhaps in another life of the room.
  messages: self === state.self ? state.messages : EMPTY_LOG,
})

const without = (knocks: readonly OpenedKnock[], id: PeerId): readonly OpenedKnock[] =>
  knocks.filter((knock) => knock.id !== id)

function foldEvent(state: RoomState, event: OpenedEvent): RoomState {
  switch (event.event) {
    case 'room-settings-changed':
      return { ...state, settings: event.room }
    case 'knocked':
      return { ...state, knocks: [...without(state.knocks, event.knock.id), event.knock] }
    case 'knock-ended':
      return { ...state, knocks: without(state.knocks, event.knock) }
    case 'media-started':
    case 'migration-started':
      return {
        ...state,
        carried: true,
        carriedBy: event.media.carriedBy,
        offersRelay: offersTurn(event.media.iceServers),
      }
    case 'ice-servers-changed':
      return { ...state, offersRelay: offersTurn(event.iceServers) }
    case 'message':
      return { ...state, messages: addToLog(state.messages, [event.message]) }
    case 'message-cleared':
      return { ...state, messages: clearFromLog(state.messages, event.peer, event.kind) }
    case 'consumer-added':
    case 'group-changed':
    case 'migration-ended':
    case 'source-stopped':
    case 'unmute-asked':
      return state
    case 'media-lost': {
      const ours = event.peers.some((peer) => peer === state.self)
      return {
        ...state,
        carried: state.carried && !ours,
        carriedBy: ours ? null : state.carriedBy,
        held: hold(state.held, event.peers, state.peers, state.received),
      }
    }
    case 'producer-added': {
      const { peer, producer } = event
      const others = withoutHeld(state.peers, state.held, { peer, source: producer.source })
      const peers = foldRoster(others, event)
      return peers === state.peers ? state : { ...state, peers }
    }
    default: {
      const peers = foldRoster(state.peers, event)
      if (peers === state.peers) return state
      if (event.event !== 'peer-left') return { ...state, peers }
      return { ...state, peers, messages: leaveLog(state.messages, event.peer) }
    }
  }
}

function foldLocal(state: RoomState, input: LocalFact): RoomState {
  switch (input.fact) {
    case 'lobby-entered':
      return { ...state, connection: 'waiting' }
    case 'socket-cut':
      return { ...state, connection: 'reconnecting' }
    case 'socket-resumed':
      return { ...state, connection: 'connected' }
    case 'refused':
      return { ...state, connection: 'refused', refusal: input.code }
    case 'left':
      return state.connection === 'refused' ? state : { ...state, connection: 'left' }
    case 'webrtc-missing':
      return { ...state, webrtc: false }
    case 'link-changed':
      return { ...state, link: input.link, flowed: state.flowed || input.link === 'connected' }
    case 'path-changed':
      return { ...state, viaTurn: input.viaTurn }
    case 'received-changed':
      return { ...state, received: input.received }
    case 'speakers-changed':
      return { ...state, speakers: input.speakers }
    case 'cut-off-seen':
      return { ...state, cutOff: input.cutOff }
    case 'loss-over':
      return { ...state, peers: withoutHeld(state.peers, state.held), held: NOTHING_HELD }
    case 'keys-changed': {
      const { encryption, linkKeysReason, epochAuthenticator, keepsOut } = input
      return { ...state, keys: { encryption, linkKeysReason, epochAuthenticator, keepsOut } }
    }
    case 'tampered':
      return { ...state, tampered: state.tampered + input.count }
    case 'messages-known':
      return { ...state, messages: addToLog(state.messages, input.messages) }
    default:
      return input satisfies never
  }
}
