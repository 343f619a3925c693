import type { ReadonlySignal } from '@preact/signals'
import type { ErrorCode } from '../../protocol/errors.ts'
import type { PeerId } from '../../protocol/ids.ts'
import type { Role } from '../../protocol/roster.ts'

/** Where the socket stands. `refused` and `left` are final. */
export type Connection = 'connecting' | 'connected' | 'reconnecting' | 'refused' | 'left'

/** Where the media stands: `waiting` while no node is there to carry it. */
export type MediaStatus = 'starting' | 'flowing' | 'reconnecting' | 'waiting' | 'unsupported'

/** One person as a tile shows them. */
export interface Person {
  readonly id: PeerId
  readonly name: string
  readonly role: Role
  readonly self: boolean
  /** `none` where there is no microphone at all. */
  readonly microphone: 'on' | 'muted' | 'none'
  readonly speaking: boolean
  /** The picture to show, if there is one. */
  readonly video: MediaStreamTrack | null
  /** The voice to play; null for oneself. */
  readonly audio: MediaStreamTrack | null
}

/** All that the view of a room shows. */
export interface RoomView {
  readonly connection: Connection
  /** Why one may not come in, or was put out. */
  readonly refusal: ErrorCode | null
  readonly media: MediaStatus
  readonly locked: boolean
  /** In the order of arrival, oneself included; empty until welcomed. */
  readonly people: readonly Person[]
}

/** A room one is in, from `openRoom` to `leave`. */
export interface RoomSession {
  readonly view: ReadonlySignal<RoomView>
  /** Moderators only: lets nobody else in. Rejects with a ProtocolError. */
  setLocked(locked: boolean): Promise<void>
  /** Says good-bye, and closes everything; `view.connection` becomes `left`. */
  leave(): Promise<void>
}
