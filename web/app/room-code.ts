import type { ReadonlySignal } from '@preact/signals'
import type { NodeId } from '../../protocol/ids.ts'
import type { MeasuredNode } from '../../protocol/page-requests.ts'
import type { RoomName } from '../../protocol/room-name.ts'
import type { LocalMedia, PictureWishes, SoundWishes } from '../core/capture/local-media.ts'
import type { RoomSession } from '../core/session/room-session.ts'
import type { Quality } from '../settings/quality.ts'

/** How one's devices should start. */
export interface LocalMediaOptions {
  readonly microphone: { readonly wanted: boolean; readonly deviceId: string | null }
  readonly camera: { readonly wanted: boolean; readonly deviceId: string | null }
  readonly speakerId: string | null
  /** Whether nothing is opened before the person says so. */
  readonly withheld: boolean
  /** What is to be done to our voice; a change holds at once. */
  readonly sound: ReadonlySignal<SoundWishes>
  /** What is to be done to our picture; a change holds at once. */
  readonly picture: ReadonlySignal<PictureWishes>
}

/**
 * The heavy part of the page, which only a room needs: devices, signalling and media. Home shows without it, and it
 * is loaded long before anyone can press Join.
 */
export interface RoomCode {
  openLocalMedia(wishes: LocalMediaOptions): LocalMedia
  openRoom(options: {
    readonly room: RoomName
    readonly name: string
    readonly localMedia: LocalMedia
    readonly quality: ReadonlySignal<Quality>
    readonly hidesAddress: ReadonlySignal<boolean>
    readonly measured: readonly MeasuredNode[]
    /** The room's password, where the person typed one. */
    readonly password?: string
    /** Whether only the place is wanted that this tab had. */
    readonly onlyBack?: boolean
    /** The node that is to carry the room, if it opens with us. */
    readonly wished?: NodeId | null
  }): RoomSession
}

export type LoadRoomCode = () => Promise<RoomCode>
