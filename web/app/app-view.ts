import type { RoomName } from '../../protocol/names/room-name.ts'
import type { LocalMedia } from '../core/capture/local-media.ts'
import type { RoomSession } from '../core/session/room-session.ts'
import type { PasswordReason } from '../features/door/password-reason.ts'
import type { Ending } from './after/ending.ts'

/** Where the person is on the page; one view for each. */
export type AppView =
  | { readonly at: 'home' }
  | { readonly at: 'stats' }
  | { readonly at: 'swarm' }
  | { readonly at: 'check' }
  | { readonly at: 'privacy' }
  | { readonly at: 'bad-name'; readonly written: string }
  /** `localMedia` is null while its code is still on its way. */
  | { readonly at: 'before'; readonly room: RoomName; readonly localMedia: LocalMedia | null }
  | { readonly at: 'opening'; readonly room: RoomName }
  | {
      readonly at: 'room'
      readonly room: RoomName
      /** The name one has in the room. */
      readonly name: string
      readonly localMedia: LocalMedia
      readonly session: RoomSession
    }
  /** The room wants a password; one's own picture stays meanwhile. */
  | {
      readonly at: 'password'
      readonly room: RoomName
      readonly name: string
      readonly localMedia: LocalMedia
      readonly reason: PasswordReason
    }
  | { readonly at: 'after'; readonly room: RoomName; readonly name: string; readonly ending: Ending }
  /** The room's code did not arrive. */
  | { readonly at: 'unloaded'; readonly room: RoomName }
