import type { ReadonlySignal } from '@preact/signals'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import type { RoomSession } from '../../core/session/room-session.ts'

/** Where the person is, as far as a page that embeds this one is concerned. */
export type EmbeddedPlace =
  | { readonly at: 'before'; readonly room: string; readonly localMedia: LocalMedia | null }
  | {
      readonly at: 'room'
      readonly room: string
      readonly name: string
      readonly localMedia: LocalMedia
      readonly session: RoomSession
    }
  /** `ending` is `left`, or the code of an error. */
  | { readonly at: 'after'; readonly room: string; readonly ending: string }
  | {
      readonly at:
        | 'home'
        | 'privacy'
        | 'stats'
        | 'swarm'
        | 'check'
        | 'bad-name'
        | 'opening'
        | 'password'
        | 'link'
        | 'unloaded'
    }

/** The part of the page that one which embeds it may ask something of. */
export interface EmbeddedPage {
  readonly place: ReadonlySignal<EmbeddedPlace & { readonly room?: string }>
  /** Joins the room that is shown: like a link, this turns no devices on by itself (J10). It need not name anybody. */
  joinEmbedded(name: string): void
}
