import type { RoomName } from '../../../../protocol/names/room-name.ts'

/** The part of `navigator.locks` that is used (W3C Web Locks §4). */
export type TabLocks = Pick<LockManager, 'request' | 'query'>

/** By what the tabs of this browser know that one of them is in that room. */
const lockOf = (room: RoomName): string => `essaim.room.${room}`

/** Null where the page is on no secure origin. */
export const tabLocks = (): TabLocks | null => ('locks' in navigator ? navigator.locks : null)

/**
 * Says to this browser's other tabs that this one is in the room, until the returned function is called. Several may be: as several
 * people. A lock goes with its tab, however that ends: one that crashed is in no room.
 */
export function holdRoom(room: RoomName, locks: TabLocks | null): () => void {
  const { promise: over, resolve: release } = Promise.withResolvers<void>()
  locks?.request(lockOf(room), { mode: 'shared' }, () => over).catch(reportUnlessForbidden)
  return release
}

/** Whether a tab of this browser holds the room; to be asked by one that does not. */
export async function isRoomHeld(room: RoomName, locks: TabLocks | null): Promise<boolean> {
  try {
    const { held = [] } = (await locks?.query()) ?? {}
    return held.some(({ name }) => name === lockOf(room))
  } catch (error) {
    reportUnlessForbidden(error)
    return false
  }
}

/** A browser that forbids storage forbids locks (SecurityError), and tells tabs nothing of each other. */
function reportUnlessForbidden(error: unknown): void {
  if (error instanceof DOMException) console.info('tabs:', error)
  else reportError(error)
}
