import { toVersion2 } from './room-version-2.ts'
import { toVersion3 } from './room-version-3.ts'

/** A row of a table. Its column `json`, where it has one, is read already: plain JSON, at which nothing has looked. */
export type StoredRow = Readonly<Record<string, unknown>>
/** All that is stored of a room: the rows of each table, in order. */
export type StoredRoom = Readonly<Record<string, readonly StoredRow[]>>

/** Makes of what one version stored what the next one stores. */
export type RoomUpgrade = (stored: StoredRoom) => StoredRoom

/**
 * What makes version 2 of version 1, version 3 of version 2, and so on. They run once, when a room is loaded that an earlier
 * version of the edge has stored, before anything of it is read. One that was released is never changed again.
 *
 * What needs none: a new field that is optional when it is read. What needs one: another name, another meaning, another table.
 */
export const ROOM_UPGRADES: readonly RoomUpgrade[] = [toVersion2, toVersion3]

/** The room as the last of those upgrades leaves it; `version` is that of what is stored. */
export const upgraded = (stored: StoredRoom, version: number, upgrades: readonly RoomUpgrade[]): StoredRoom =>
  upgrades.slice(version - 1).reduce((room, upgrade) => upgrade(room), stored)
