import type { RoomName } from '../../../../protocol/names/room-name.ts'
import { type PageStorage, tryStorage } from '../../../settings/storage.ts'

/** Where this tab keeps what proves who it was in that room (`resume-memory.ts`). */
export const placeKeyOf = (room: RoomName): string => `essaim.resume.${room}`

/** Whether this tab had a place in that room, or in its lobby, and did not give it up. */
export const holdsPlace = (room: RoomName, storage: () => PageStorage): boolean =>
  tryStorage(() => storage().getItem(placeKeyOf(room)), null) !== null
