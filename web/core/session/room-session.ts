import type { ReadonlySignal } from '@preact/signals'
import type { Allowances } from '../../../protocol/allowances.ts'
import type { Knock } from '../../../protocol/door.ts'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { PeerId, ProducerId } from '../../../protocol/ids.ts'
import type { Carrier } from '../../../protocol/lender.ts'
import type { Role } from '../../../protocol/roster.ts'
import type { ShownPicture } from '../media/shown-picture.ts'
import type { DoorControl } from './door.ts'
import type { Hands } from './hands.ts'
import type { Hearing } from './hearing.ts'
import type { Moderation } from './moderation.ts'
import type { NewsItem } from './news.ts'
import type { Reaction } from './reactions.ts'
import type { RoomMessages } from './room-messages.ts'

/** Where the socket stands; `waiting` is in the lobby. `refused` and `left` are final. */
export type Connection = 'connecting' | 'waiting' | 'connected' | 'reconnecting' | 'refused' | 'left'

/**
 * Where the media stands: `waiting` while no node is there to carry it, `no-relay` where one's address is to be hidden
 * and the edge offers nothing to hide it behind; `voices-only` and `relay-spent` where we need a relay, and what the operator
 * lets through it is nearly or wholly used up.
 */
export type MediaStatus =
  | 'starting'
  | 'flowing'
  | 'voices-only'
  | 'relay-spent'
  | 'reconnecting'
  | 'waiting'
  | 'no-relay'
  | 'unsupported'

/** One person as a tile shows them. */
export interface Person {
  readonly id: PeerId
  readonly name: string
  readonly role: Role
  /** Opened the room: can be neither removed nor demoted. */
  readonly creator: boolean
  readonly self: boolean
  /** Nothing is heard of them at present: what shows of them stands still. */
  readonly cutOff: boolean
  /** `none` where there is no microphone at all. */
  readonly microphone: 'on' | 'muted' | 'none'
  readonly speaking: boolean
  /** What their camera sends, shown or not; null for oneself. */
  readonly camera: ProducerId | null
  /** Whether it is on, shown here or not. */
  readonly cameraOn: boolean
  /** The picture to show, if there is one. */
  readonly video: MediaStreamTrack | null
  /** The voice to play; null for oneself. */
  readonly audio: MediaStreamTrack | null
  /** The same voice on its new way, while they move to another node: it has to run before it can be heard without a gap. */
  readonly nextAudio: MediaStreamTrack | null
  /** How loud they are played to us. */
  readonly hearing: Hearing
  /** The place of their raised hand in the queue, from 1; null while it is down. */
  readonly hand: number | null
  /** What they show for a moment. */
  readonly reaction: Reaction | null
}

/** A screen that somebody shares. */
export interface SharedScreen {
  readonly owner: PeerId
  /** The owner's name. */
  readonly name: string
  readonly self: boolean
  /** What sends it; null for one's own. */
  readonly producer: ProducerId | null
  readonly video: MediaStreamTrack | null
  /** Its sound; null where there is none, and for one's own. */
  readonly audio: MediaStreamTrack | null
}

/** Who lends the node that carries us; whoever runs this site, where nobody does; null while there is no node. */
export type CarriedBy = Carrier | 'site' | null

/** All that the view of a room shows. */
export interface RoomView {
  readonly connection: Connection
  /** Why one may not come in, or was put out. */
  readonly refusal: ErrorCode | null
  readonly media: MediaStatus
  /** Whether the edge offers a relay that hides one's address from the node; null until it said. */
  readonly offersRelay: boolean | null
  readonly carriedBy: CarriedBy
  readonly locked: boolean
  readonly lobby: boolean
  /** Whether one needs a password to come in. */
  readonly password: boolean
  /** Who waits in the lobby, in the order of their knocks; nobody where we do not moderate. */
  readonly waiting: readonly Knock[]
  /** What participants may do; moderators may do all of it. */
  readonly allowed: Allowances
  /** Whether we ourselves are a moderator. */
  readonly moderates: boolean
  /** In the order of arrival, oneself included; empty until welcomed. */
  readonly people: readonly Person[]
  /** At most one a person, in the order of their owners. */
  readonly screens: readonly SharedScreen[]
  /** Whether one does without pictures of people: chosen, or taken where the link was weak. */
  readonly soundOnly: boolean
  /** The browser could not share our screen. */
  readonly sharingFailed: boolean
}

/** What happened to us lately. */
interface NewsBoard {
  readonly list: ReadonlySignal<readonly NewsItem[]>
  dismiss(id: number): void
  /** Puts it away, and never tells the same again. */
  decline(id: number): void
}

/** A room one is in, from `openRoom` to `leave`. */
export interface RoomSession {
  readonly view: ReadonlySignal<RoomView>
  /** Resolves when the room is worth drawing: soon, whatever happens. */
  readonly ready: Promise<void>
  readonly relay: RoomMessages
  readonly moderation: Moderation
  readonly hands: Hands
  readonly news: NewsBoard
  /** Has everybody call us so from now on (A7). Rejects with a ProtocolError, `bad-message` where it is no name. */
  rename(name: string): Promise<void>
  /** Shows everybody a reaction for a moment; more often than one can read is not sent. Rejects with a ProtocolError. */
  react(reaction: Reaction): Promise<void>
  /** Does without pictures of people for this call, or has them again, as far as our settings let us. */
  hearOnly(on: boolean): void
  /** Changes how loud somebody is played to us; nobody is told. */
  hear(peer: PeerId, change: Partial<Hearing>): void
  readonly door: DoorControl
  /** Shares our screen, as the browser lets the person choose it, or stops sharing. */
  setScreenShare(on: boolean): Promise<void>
  /** Says which received pictures the page shows, how large, and which come first; those not named are not shown. */
  show(pictures: ReadonlyMap<ProducerId, ShownPicture>): void
  /** What the browser reports of our connections to the node, each as W3C webrtc-stats has it; nothing without one. */
  connectionReports(): Promise<readonly Iterable<unknown>[]>
  /** Says good-bye, and closes everything; `view.connection` becomes `left`. */
  leave(): Promise<void>
}
