import type { LocalMedia } from '../core/capture/local-media.ts'
import type { RoomSession } from '../core/session/room-session.ts'
import type { PasswordReason } from '../features/door/password-reason.ts'
import type { RoomLink } from '../features/invite/room-link.ts'
import type { Ending } from './after/ending.ts'
import type { LinkReason } from './link/link-reason.ts'

/** Where the person is on the page; one view for each. */
export type AppView =
  | { readonly at: 'home' }
  | { readonly at: 'stats' }
  | { readonly at: 'swarm' }
  | { readonly at: 'check' }
  | { readonly at: 'privacy' }
  | { readonly at: 'bad-name'; readonly written: string }
  /** `localMedia` is null while its code is still on its way. */
  | ({ readonly at: 'before'; readonly localMedia: LocalMedia | null } & RoomLink)
  | ({ readonly at: 'opening' } & RoomLink)
  | ({
      readonly at: 'room'
      /** The name one has in the room. */
      readonly name: string
      readonly localMedia: LocalMedia
      readonly session: RoomSession
    } & RoomLink)
  /** The room wants a password; one's own picture stays meanwhile. */
  | ({
      readonly at: 'password'
      readonly name: string
      readonly localMedia: LocalMedia
      readonly reason: PasswordReason
    } & RoomLink)
  /** The link is not one by which one comes in; `localMedia` is null where none was opened yet. */
  | ({
      readonly at: 'link'
      readonly name: string
      readonly localMedia: LocalMedia | null
      readonly reason: LinkReason
    } & RoomLink)
  | ({ readonly at: 'after'; readonly name: string; readonly ending: Ending } & RoomLink)
  /** The room's code did not arrive. */
  | ({ readonly at: 'unloaded' } & RoomLink)
