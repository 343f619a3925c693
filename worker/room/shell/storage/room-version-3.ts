import type { StoredRoom } from './room-upgrades.ts'

/** Version 3 has a row for the group of an encrypted room, which no room had before. */
export const toVersion3 = (stored: StoredRoom): StoredRoom => ({ ...stored, room_group: [] })
