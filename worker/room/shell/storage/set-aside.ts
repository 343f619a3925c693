import { SET_ASIDE_MAX_LENGTH } from '../../../../protocol/limits.ts'
import { hasTable } from '../../../storage/schema-version.ts'
import type { StoredRoom } from './room-upgrades.ts'

/**
 * What an edge could not read of a room, as it was stored, for the operator to look at while that room goes on. It goes with
 * what was said (L3), for it may hold that.
 */
export const SET_ASIDE = 'set_aside'

/**
 * Writes those tables there in the place of what was there before: as much as SET_ASIDE_MAX_LENGTH holds, the first ones first.
 *
 * @returns How many rows were set aside, and how many found no place.
 */
export function setAside(
  sql: SqlStorage,
  version: number,
  stored: StoredRoom,
): { readonly rows: number; readonly left: number } {
  forgetSetAside(sql)
  sql.exec(`CREATE TABLE ${SET_ASIDE} (version INTEGER NOT NULL, name TEXT NOT NULL, row TEXT NOT NULL)`)
  const texts = Object.entries(stored).flatMap(([table, rows]) =>
    rows.map((row) => ({ table, text: JSON.stringify(row) })),
  )
  let length = 0
  let rows = 0
  for (const { table, text } of texts) {
    length += text.length
    if (length > SET_ASIDE_MAX_LENGTH) break
    sql.exec(`INSERT INTO ${SET_ASIDE} (version, name, row) VALUES (?, ?, ?)`, version, table, text)
    rows += 1
  }
  return { rows, left: texts.length - rows }
}

export function forgetSetAside(sql: SqlStorage): void {
  if (hasTable(sql, SET_ASIDE)) sql.exec(`DROP TABLE ${SET_ASIDE}`)
}
