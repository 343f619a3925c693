import { type OpenRoomOptions, openRoom as openCall } from '../core/session/open-room.ts'
import type { RoomSession } from '../core/session/room-session.ts'
import { watchLink } from '../features/connection/watch-link.ts'
import { tellOfDevices } from '../features/devices/device-notices.ts'
import { RoomPassword } from '../features/door/room-password.ts'
import { hearingOf } from '../features/hearing/hearing.ts'
import { applyModeration } from '../features/moderation/apply-moderation.ts'
import { reactionsOf } from '../features/reactions/reactions.ts'

/** The heavy part of the page in one file: what a room needs, and home does not. */
export { openLocalMedia } from '../core/capture/open-local-media.ts'

interface EnterOptions extends Omit<OpenRoomOptions, 'joinPassword'> {
  /** The room's password, as the person typed it; what this tab remembers where it is not given. */
  readonly password?: string | undefined
}

/** Enters a room, with all that goes on in it. Throws `bad-message` where the person's name is none. */
export function openRoom({ password, ...options }: EnterOptions): RoomSession {
  const joinPassword = new RoomPassword(options.room, password ?? null, () => sessionStorage)
  const session = openCall({ ...options, joinPassword })
  attachFeatures(session)
  return session
}

/** Begins what goes on in a room from the first moment, whether or not anybody looks at it. */
function attachFeatures(session: RoomSession): void {
  applyModeration(session)
  hearingOf(session)
  reactionsOf(session)
  tellOfDevices(session)
  watchLink(session)
  if (session.view.peek().encryption === 'none') return
  import('../features/encryption/key-news/key-news.ts').then(
    ({ watchKeys }) => watchKeys(session),
    reportError,
  )
}
