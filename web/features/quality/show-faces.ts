import type { RoomSession } from '../../core/session/room-session.ts'
import type { SettingsStore } from '../../settings/settings.ts'

/** Ends sound only, whether it was chosen for this call or for all. */
export function showFaces(session: RoomSession, settings: SettingsStore): void {
  session.setSoundOnly(false)
  if (settings.value.peek().quality === 'audio') settings.change({ quality: 'auto' })
}
