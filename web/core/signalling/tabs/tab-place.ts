import type { RoomName } from '../../../../protocol/room-name.ts'

/** Where this tab keeps what proves who it was in that room (`resume-memory.ts`). */
export const placeKeyOf = (room: RoomName): string => `essaim.resume.${room}`

/** Whether this tab had a place in that room, or in its lobby, and did not give it up. */
export function holdsPlace(room: RoomName, storage: () => Pick<Storage, 'getItem'>): boolean {
  try {
    return storage().getItem(placeKeyOf(room)) !== null
  } catch (cause) {
    // A browser that refuses storage remembers nothing.
    console.warn('resume memory: could not read', cause)
    return false
  }
}
