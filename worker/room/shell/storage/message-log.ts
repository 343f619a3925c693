import type { PeerId, SendId } from '../../../../protocol/ids.ts'
import { HISTORY_PAGE_LENGTH, KEPT_MAX_LENGTH, SEALED_KEPT_MAX_LENGTH } from '../../../../protocol/limits.ts'
import {
  MAX_KNOWN_SENDINGS,
  type MessageKind,
  rulesOf,
} from '../../../../protocol/page-edge/message-kinds.ts'
import type { RoomMessage } from '../../../../protocol/page-edge/messages.ts'
import type { Sending } from '../../core/inputs.ts'
import type { Tables } from './tables.ts'

/** What people sent each other, on disk: for latecomers (C4), and to know again what is sent once more (C6). */
export class MessageLog {
  readonly #tables: Tables

  constructor(tables: Tables) {
    this.#tables = tables
  }

  /**
   * Keeps a message for latecomers; the oldest of its kind give way, by number and by length.
   *
   * @param moderators - Who they are now: what is for moderators is for them, and for nobody who becomes one later.
   */
  keep(message: RoomMessage, moderators: readonly PeerId[]): void {
    const { id, from, kind } = message
    const { sql } = this.#tables
    const json = JSON.stringify(message)
    const [last] = sql
      .exec<{ ends: number }>(
        'SELECT starts + LENGTH(json) AS ends FROM kept WHERE kind = ? ORDER BY id DESC LIMIT 1',
        kind,
      )
      .toArray()
    const starts = last?.ends ?? 0
    sql.exec(
      'INSERT INTO kept (id, sender, kind, addressee, json, starts) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      from,
      kind,
      readersOf(message, moderators),
      json,
      starts,
    )
    const most = rulesOf(kind).kept
    if (typeof most !== 'number') return
    sql.exec(
      'DELETE FROM kept WHERE kind = ?1 AND id <= (SELECT id FROM kept WHERE kind = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)',
      kind,
      most,
    )
    const mostLength = typeof message.payload === 'string' ? KEPT_MAX_LENGTH : SEALED_KEPT_MAX_LENGTH
    this.#forgetBefore(kind, starts + json.length - mostLength)
  }

  /** Forgets what is of that kind and starts before that length, oldest first: hardly ever more than one message. */
  #forgetBefore(kind: MessageKind, start: number): void {
    const { sql } = this.#tables
    for (;;) {
      const [oldest] = sql
        .exec<{ id: number; starts: number }>(
          'SELECT id, starts FROM kept WHERE kind = ? ORDER BY id LIMIT 1',
          kind,
        )
        .toArray()
      if (!oldest || oldest.starts >= start) return
      sql.exec('DELETE FROM kept WHERE id = ?', oldest.id)
    }
  }

  /** What the sending of that name became, whoever sent it then; null where it never came. */
  sent(once: SendId): Sending | null {
    if (!this.#tables.areThere()) return null
    const [known] = this.#tables.sql
      .exec<{ id: number; at: number }>('SELECT id, at FROM sendings WHERE once = ?', once)
      .toArray()
    return known ?? null
  }

  /** Notes what a sending became; the oldest gives way. */
  rememberSend(once: SendId, { id, at }: Sending): void {
    const { sql } = this.#tables
    sql.exec('INSERT INTO sendings (once, id, at) VALUES (?, ?, ?)', once, id, at)
    sql.exec('DELETE FROM sendings WHERE place <= (SELECT MAX(place) FROM sendings) - ?', MAX_KNOWN_SENDINGS)
  }

  forgetOf(sender: PeerId, kind: MessageKind): void {
    if (this.#tables.areThere())
      this.#tables.sql.exec('DELETE FROM kept WHERE sender = ? AND kind = ?', sender, kind)
  }

  forgetUpTo(id: number, kind: MessageKind): void {
    this.#tables.sql.exec('DELETE FROM kept WHERE kind = ? AND id <= ?', kind, id)
  }

  /**
   * What is kept after number `after` and was for that person (to everyone, from or to themselves, or to moderators while
   * they were one), as much as fits one answer, and whether there is more: in JSON, as it was written.
   */
  for(peer: PeerId, after: number): string {
    const rows = this.#tables.sql.exec<{ json: string }>(
      `SELECT json FROM kept WHERE id > ?2 AND (addressee = 'everyone' OR sender = ?1
       OR instr(addressee, ' ' || ?1 || ' ')) ORDER BY id`,
      peer,
      after,
    )
    const messages: string[] = []
    let length = 0
    for (const { json } of rows) {
      if (length >= HISTORY_PAGE_LENGTH) return `{"messages":[${messages.join()}],"more":true}`
      messages.push(json)
      length += json.length
    }
    return `{"messages":[${messages.join()}],"more":false}`
  }

  forget(): void {
    if (this.#tables.areThere()) this.#tables.sql.exec('DELETE FROM kept; DELETE FROM sendings;')
  }
}

/** What stands in a kept message's `addressee`: everyone, or some people's ids, each between blanks. */
function readersOf({ addressee }: RoomMessage, moderators: readonly PeerId[]): string {
  if (addressee.to === 'everyone') return 'everyone'
  const readers = addressee.to === 'peer' ? [addressee.peer] : moderators
  return ` ${readers.join(' ')} `
}
