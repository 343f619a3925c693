import type { ReadonlySignal } from '@preact/signals'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { LenderInfo } from '../../../protocol/http/lender.ts'
import type { PeerId, ProducerId } from '../../../protocol/ids.ts'
import type { MediaSource } from '../../../protocol/media/session.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { PasswordProof } from '../../../protocol/page-edge/door.ts'
import type { Permissions } from '../../../protocol/page-edge/permissions.ts'
import type { Role } from '../../../protocol/page-edge/roster.ts'
import type { LocalMedia } from '../capture/local-media.ts'
import type { ScreenCapture } from '../capture/screen-capture.ts'
import type { Ask, OpenedEvent, OpenedKnock } from '../encryption/opened.ts'
import type { RoomSecret } from '../encryption/room-secret.ts'
import type { ShownPicture } from '../media/shown-picture.ts'
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
  /** The place of their raised hand in the queue, from 1; null while it is down. */
  readonly hand: number | null
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
export type CarriedBy = LenderInfo | 'site' | null

/**
 * Why an encrypted room goes by the keys of its link alone: `beginning` while those who are there agree on others, `crowd` where they
 * are too many to, `unkept` where they could not keep them (for the rest of one's stay).
 */
export type LinkKeysReason = 'beginning' | 'crowd' | 'unkept'

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
  /** Which six words lead into an encrypted room; null for none. */
  readonly spokenWords: number | null
  /** Whether the room asks all for their voices at a constant rate (K28), where it is encrypted. */
  readonly constantRate: boolean
  /**
   * Whether what people send each other is sealed, and by what: keys from the room's link, or those of the group that is there. Our
   * own link says so, never the edge.
   */
  readonly encryption: 'none' | 'link' | 'group'
  /** Null where these keys are not those of the link alone. */
  readonly linkKeysReason: LinkKeysReason | null
  /** The same for all who have the keys of the group as they are now, and for nobody else; null where they are not in use. */
  readonly epochAuthenticator: Uint8Array | null
  /** Whether nobody has the keys any more who was put out, as far as we know: never those of the link. */
  readonly keepsOut: boolean
  /** Whether we may change the room's link now: as a moderator, where the group is there that makes the new one (K40). */
  readonly canChangeLink: boolean
  /** How much of what came could not be opened, or was not what its sender had sealed: it was left out. */
  readonly tampered: number
  /** Who waits in the lobby, in the order of their knocks; nobody where we do not moderate. */
  readonly knocks: readonly OpenedKnock[]
  /** What participants may do; moderators may do all of it. */
  readonly permissions: Permissions
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

/** What happens in a room beside what its view shows: what the edge tells, and what becomes of what we send. */
export type SessionEvent =
  | OpenedEvent
  /** A moderator forbids what we just began to send (A4). */
  | { readonly event: 'source-forbidden'; readonly source: MediaSource }
  /** The room's link is another one, as its group has it; null where whoever changed it has left. */
  | { readonly event: 'link-changed'; readonly by: PeerId | null }

/** The room's password, as this page has it (D3). */
export interface JoinPassword {
  /** What proves that one knows it; null where nobody typed one. */
  readonly proof: Promise<PasswordProof | null>
  /** From now on it is that one, which one has set oneself. Rejects with a TypeError where the page was not loaded securely. */
  change(typed: string): Promise<PasswordProof>
  /** The edge took it: it need not be typed again in this tab. */
  keep(): Promise<void>
  /** It is wrong, or there is none any more. */
  forget(): void
}

/** A room one is in, from `openRoom` to `leave`. Features build on it by `perSession`. */
export interface RoomSession {
  readonly room: RoomName
  /** That of the room's link, as it is now; null in a plain room. */
  readonly secret: ReadonlySignal<RoomSecret | null>
  readonly view: ReadonlySignal<RoomView>
  /** Resolves when the room is worth drawing: soon, whatever happens. */
  readonly ready: Promise<void>
  /** Whether media ever flowed: until then, nothing is to be fetched that can wait. */
  readonly flowed: ReadonlySignal<boolean>
  readonly messages: RoomMessages
  /** One's own devices. */
  readonly localMedia: LocalMedia
  /** One's own screen. */
  readonly screen: Pick<ScreenCapture, 'state' | 'start' | 'stop'>
  readonly joinPassword: JoinPassword
  readonly ask: Ask
  /** Calls `hear` with each event, when the view has it in it, until the returned function is called. */
  listen(hear: (event: SessionEvent) => void): () => void
  /** Calls `end` when one is in the room no longer; at once where that is so already. */
  whenOver(end: () => void): void
  /** Has everybody call us so from now on (A7). Rejects with a ProtocolError, `bad-message` where it is no name. */
  rename(name: string): Promise<void>
  /**
   * Has the room's link be another one: those before lead in no longer, and tell nothing of what comes after.
   *
   * @param wishes - `removing`: whom it puts out before, so that nobody comes back meanwhile.
   * Rejects with a ProtocolError: then the link is what it was, though whoever was to be put out may be.
   */
  changeLink(wishes?: { readonly removing?: PeerId }): Promise<void>
  /** Does without pictures of people for this call, or has them again, as far as our settings let us. */
  setSoundOnly(on: boolean): void
  /** Says which received pictures the page shows, how large, and which come first; those not named are not shown. */
  show(pictures: ReadonlyMap<ProducerId, ShownPicture>): void
  /** What the browser reports of our connections to the node, each as W3C webrtc-stats has it; nothing without one. */
  connectionReports(): Promise<readonly Iterable<unknown>[]>
  /** Says good-bye, and closes everything; `view.connection` becomes `left`. */
  leave(): Promise<void>
}
