import * as v from 'valibot'
import { MediaRoomId, NodeId, NodeSessionId } from '../../protocol/ids.ts'

const Tenancy = v.object({ node: NodeId, session: NodeSessionId, capacity: v.number() })
/** Which life of which node this object speaks for. */
export type Tenancy = v.InferOutput<typeof Tenancy>

/** What outlives a NodeObject's memory: its node's present life, and the rooms that live on it. */
export class NodeStorage {
  readonly #sql: SqlStorage

  constructor(storage: DurableObjectStorage) {
    this.#sql = storage.sql
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS tenancy (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS rooms (room TEXT PRIMARY KEY);
    `)
  }

  tenancy(): Tenancy | null {
    const [row] = this.#sql.exec<{ json: string }>('SELECT json FROM tenancy').toArray()
    return row ? v.parse(Tenancy, JSON.parse(row.json)) : null
  }

  setTenancy(tenancy: Tenancy | null): void {
    this.#sql.exec('DELETE FROM tenancy')
    if (tenancy) this.#sql.exec('INSERT INTO tenancy (one, json) VALUES (1, ?)', JSON.stringify(tenancy))
  }

  rooms(): MediaRoomId[] {
    return this.#sql
      .exec<{ room: string }>('SELECT room FROM rooms')
      .toArray()
      .map(({ room }) => v.parse(MediaRoomId, room))
  }

  addRoom(room: MediaRoomId): void {
    this.#sql.exec('INSERT OR IGNORE INTO rooms (room) VALUES (?)', room)
  }

  removeRoom(room: MediaRoomId): void {
    this.#sql.exec('DELETE FROM rooms WHERE room = ?', room)
  }
}
