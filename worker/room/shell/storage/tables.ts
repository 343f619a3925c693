import * as v from 'valibot'
import { storedTables } from '../../../storage/schema-version.ts'
import type { StoredRoom, StoredRow } from './room-upgrades.ts'
import { SET_ASIDE } from './set-aside.ts'

/** What stands in a column that is not JSON. */
const Cell = v.nullable(v.union([v.string(), v.number()]))

/** The tables of a room, each with its indexes, as the version that this edge writes has them. */
export const ROOM_TABLES = {
  head: 'CREATE TABLE IF NOT EXISTS head (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL)',
  peers:
    'CREATE TABLE IF NOT EXISTS peers (arrival INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL)',
  waiting:
    'CREATE TABLE IF NOT EXISTS waiting (arrival INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL)',
  past: 'CREATE TABLE IF NOT EXISTS past (arrival INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL)',
  room_group:
    'CREATE TABLE IF NOT EXISTS room_group (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL)',
  events: `
    CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, only_for TEXT, except_for TEXT, json TEXT NOT NULL, starts INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS events_start ON events (starts)`,
  kept: `
    CREATE TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, sender TEXT NOT NULL, kind TEXT NOT NULL, addressee TEXT NOT NULL, json TEXT NOT NULL, starts INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS kept_by_kind ON kept (kind, id, starts)`,
  sendings:
    'CREATE TABLE IF NOT EXISTS sendings (place INTEGER PRIMARY KEY AUTOINCREMENT, once TEXT NOT NULL UNIQUE, id INTEGER NOT NULL, at INTEGER NOT NULL)',
} as const

/** A room's tables, where there are any: only a room that somebody enters is written to disk. */
export interface Tables {
  readonly sql: SqlStorage
  areThere(): boolean
}

/** What the room has counted is written by whoever counts (`figures-reporter.ts`), and only where there is something. */
export const TALLY_TABLE =
  'CREATE TABLE IF NOT EXISTS tally (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL)'

const CREATE: Readonly<Record<string, string>> = { ...ROOM_TABLES, tally: TALLY_TABLE }

/** The room's, whichever version made them; not what was set aside. */
const tablesOf = (sql: SqlStorage): string[] => storedTables(sql).filter((table) => table !== SET_ASIDE)

/** All rows that are stored, with what is JSON in them as plain JSON; as text where it is none. */
export function readTables(sql: SqlStorage): StoredRoom {
  return Object.fromEntries(
    tablesOf(sql).map((table) => [table, sql.exec(`SELECT * FROM "${table}"`).toArray().map(withJson)]),
  )
}

/** Drops all but what the room has counted, which is not about anybody. */
export function dropTables(sql: SqlStorage): void {
  for (const table of tablesOf(sql)) if (table !== 'tally') sql.exec(`DROP TABLE "${table}"`)
}

function withJson(row: Record<string, SqlStorageValue>): StoredRow {
  const { json } = row
  if (typeof json !== 'string') return row
  try {
    return { ...row, json: JSON.parse(json) as unknown }
  } catch {
    // A schema will say so.
    return row
  }
}

/** Puts these tables in the place of all that are stored. Throws where one has no place in this version. */
export function replaceTables(sql: SqlStorage, tables: StoredRoom): void {
  for (const table of tablesOf(sql)) sql.exec(`DROP TABLE "${table}"`)
  for (const [table, rows] of Object.entries(tables)) {
    const create = CREATE[table]
    if (create === undefined) throw new Error(`no table ${table} in this version`)
    sql.exec(create)
    for (const row of rows) insert(sql, table, row)
  }
}

function insert(sql: SqlStorage, table: string, row: StoredRow): void {
  const columns = Object.keys(row)
  const marks = columns.map(() => '?')
  const values = Object.entries(row).map(([column, value]) =>
    column === 'json' ? JSON.stringify(value) : v.parse(Cell, value),
  )
  sql.exec(`INSERT INTO ${table} (${columns.join()}) VALUES (${marks.join()})`, ...values)
}
