import * as v from 'valibot'
import { MediaRoomId } from '../../../protocol/ids.ts'

/** The rooms that found no node in this region, nor in any other, and are to be told when there is one. */
export class WaitingRooms {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec('CREATE TABLE IF NOT EXISTS waiting (room TEXT PRIMARY KEY)')
  }

  add(room: string): void {
    this.#sql.exec('INSERT OR IGNORE INTO waiting (room) VALUES (?)', room)
  }

  /** All of them, who wait no longer. */
  takeAll(): MediaRoomId[] {
    return this.#sql
      .exec<{ room: string }>('DELETE FROM waiting RETURNING room')
      .toArray()
      .map(({ room }) => v.parse(MediaRoomId, room))
  }
}
