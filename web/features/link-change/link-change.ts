import { type ReadonlySignal, signal } from '@preact/signals'
import type { PeerId } from '../../../protocol/ids.ts'
import { perSession } from '../../core/session/per-session.ts'
import type { RoomSession } from '../../core/session/room-session.ts'
import { ownNoticesOf } from '../notices/own-notices.ts'

/** How moderators of an encrypted room have another link lead into it (D15, K40). */
export interface LinkChange {
  /** Whether it is under way. */
  readonly busy: ReadonlySignal<boolean>
  /** Rejects with a ProtocolError: the link is what it was then. */
  change(): Promise<void>
  /**
   * Puts somebody out before. Rejects with a ProtocolError where they are still there; where they are not, and the link stayed as it
   * was, that is told by a notice: the row with their menu has gone with them.
   */
  remove(peer: PeerId): Promise<void>
}

type Changing = Pick<RoomSession, 'changeLink' | 'view'>

export const linkChangeOf = perSession((session) =>
  linkChangeIn(session, () => ownNoticesOf(session).add({ what: 'keys-old-link' })),
)

/** @param tellKept - Tells that somebody was put out, and that the link stayed as it was. */
export function linkChangeIn({ changeLink, view }: Changing, tellKept: () => void): LinkChange {
  const busy = signal(false)
  const once = async (act: () => Promise<void>): Promise<void> => {
    if (busy.peek()) return
    busy.value = true
    try {
      await act()
    } finally {
      busy.value = false
    }
  }
  const isThere = (peer: PeerId): boolean => view.peek().people.some(({ id }) => id === peer)
  return {
    busy,
    change: () => once(() => changeLink()),
    remove: (peer) =>
      once(async () => {
        try {
          await changeLink({ removing: peer })
        } catch (error) {
          if (isThere(peer)) throw error
          console.warn('refused:', error)
          tellKept()
        }
      }),
  }
}
