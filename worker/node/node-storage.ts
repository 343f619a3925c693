import * as v from 'valibot'
import { MediaRoomId, type NodeSessionId } from '../../protocol/ids.ts'
import { NodeRegistration } from '../../protocol/node-edge/events.ts'
import { Admitted } from '../directory/registry/reports.ts'
import { REGIONS } from '../placement/regions.ts'

/** In which region the node is listed, and as what. */
const Listed = v.object({ region: v.picklist(REGIONS), ...Admitted.entries })
export type Listed = v.InferOutput<typeof Listed>

import { type TablesUpgrade, upgradeTables } from '../storage/table-upgrades.ts'

/** What becomes of the tables that earlier versions stored. */
const UPGRADES: readonly TablesUpgrade[] = []

/** What outlives a NodeObject's memory: its node as it registered, and the rooms that live on it. */
export class NodeStorage {
  readonly #sql: SqlStorage

  constructor(storage: DurableObjectStorage) {
    upgradeTables(storage, 'node', UPGRADES)
    this.#sql = storage.sql
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS tenancy (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS rooms (room TEXT PRIMARY KEY);
      CREATE TABLE IF NOT EXISTS listed (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS home (one INTEGER PRIMARY KEY CHECK (one = 1), network TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS draining (session TEXT PRIMARY KEY);
    `)
  }

  /** Which life of which node this object speaks for; null as well where an earlier version of the edge wrote it. */
  registration(): NodeRegistration | null {
    const [row] = this.#sql.exec<{ json: string }>('SELECT json FROM tenancy').toArray()
    const read = v.safeParse(NodeRegistration, row && JSON.parse(row.json))
    return read.success ? read.output : null
  }

  setRegistration(registration: NodeRegistration | null): void {
    this.#sql.exec('DELETE FROM tenancy')
    if (registration)
      this.#sql.exec('INSERT INTO tenancy (one, json) VALUES (1, ?)', JSON.stringify(registration))
  }

  /** Null where it never registered, or an earlier version of the edge let it in. */
  listed(): Listed | null {
    const [row] = this.#sql.exec<{ json: string }>('SELECT json FROM listed').toArray()
    const read = v.safeParse(Listed, row && JSON.parse(row.json))
    return read.success ? read.output : null
  }

  setListed(listed: Listed): void {
    this.#sql.exec('INSERT OR REPLACE INTO listed (one, json) VALUES (1, ?)', JSON.stringify(listed))
  }

  /** The network from which the node registered last; null where none is known. */
  home(): string | null {
    const [row] = this.#sql.exec<{ network: string }>('SELECT network FROM home').toArray()
    return row?.network ?? null
  }

  setHome(network: string): void {
    this.#sql.exec('INSERT OR REPLACE INTO home (one, network) VALUES (1, ?)', network)
  }

  /** That life of the node is about to go: it gets no more rooms, and those that it has move. */
  startDraining(session: NodeSessionId): void {
    this.#sql.exec('DELETE FROM draining')
    this.#sql.exec('INSERT INTO draining (session) VALUES (?)', session)
  }

  isDraining(session: NodeSessionId): boolean {
    return this.#sql.exec('SELECT session FROM draining WHERE session = ?', session).toArray().length > 0
  }

  rooms(): MediaRoomId[] {
    return this.#sql
      .exec<{ room: string }>('SELECT room FROM rooms')
      .toArray()
      .map(({ room }) => v.parse(MediaRoomId, room))
  }

  countRooms(): number {
    return this.#sql.exec<{ rooms: number }>('SELECT count(*) AS rooms FROM rooms').one().rooms
  }

  /** Whether it was not there before. */
  addRoom(room: MediaRoomId): boolean {
    return (
      this.#sql.exec('INSERT OR IGNORE INTO rooms (room) VALUES (?) RETURNING room', room).toArray().length >
      0
    )
  }

  removeRoom(room: MediaRoomId): void {
    this.#sql.exec('DELETE FROM rooms WHERE room = ?', room)
  }
}
