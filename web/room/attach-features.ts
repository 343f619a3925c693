import type { RoomSession } from '../core/session/room-session.ts'
import { watchLink } from '../features/connection/watch-link.ts'
import { tellOfDevices } from '../features/devices/device-notices.ts'
import { hearingOf } from '../features/hearing/hearing.ts'
import { applyModeration } from '../features/moderation/apply-moderation.ts'
import { reactionsOf } from '../features/reactions/reactions.ts'

/** Begins what goes on in a room from the first moment, whether or not anybody looks at it. */
export function attachFeatures(session: RoomSession): void {
  applyModeration(session)
  hearingOf(session)
  reactionsOf(session)
  tellOfDevices(session)
  watchLink(session)
}
