import type { PeerId } from '../../../../protocol/ids.ts'
import { EVENT_LOG_MAX_EVENTS, EVENT_LOG_MAX_LENGTH } from '../../../../protocol/limits.ts'
import type { PageEvent } from '../../../../protocol/page-edge/events.ts'
import type { Audience } from '../../core/effects.ts'
import type { Tables } from './tables.ts'

/** The room's last events, on disk: for those whose socket was cut, and who resume (R3). */
export class EventLog {
  readonly #tables: Tables

  constructor(tables: Tables) {
    this.#tables = tables
  }

  /**
   * Keeps an event for those who resume; the oldest give way to it, by number and by length. `starts` is how long all those
   * before it were, so that the length of the last ones is a difference.
   */
  append(seq: number, audience: Audience, event: PageEvent): void {
    const only = 'only' in audience ? audience.only : null
    const except = 'except' in audience ? audience.except : null
    const { sql } = this.#tables
    const json = JSON.stringify(event)
    const [last] = sql
      .exec<{ ends: number }>('SELECT starts + LENGTH(json) AS ends FROM events ORDER BY seq DESC LIMIT 1')
      .toArray()
    const starts = last?.ends ?? 0
    sql.exec(
      'INSERT INTO events (seq, only_for, except_for, json, starts) VALUES (?, ?, ?, ?, ?)',
      seq,
      only,
      except,
      json,
      starts,
    )
    sql.exec('DELETE FROM events WHERE seq <= ?', seq - EVENT_LOG_MAX_EVENTS)
    const tooOld = starts + json.length - EVENT_LOG_MAX_LENGTH
    sql.exec('DELETE FROM events WHERE starts < ? AND seq < ?', tooOld, seq)
  }

  /** The number of the event after which all are still there. */
  heldAfter(): number {
    if (!this.#tables.areThere()) return 0
    const [oldest] = this.#tables.sql
      .exec<{ seq: number | null }>('SELECT MIN(seq) AS seq FROM events')
      .toArray()
    return (oldest?.seq ?? 1) - 1
  }

  /** The events after `seq` that were for `peer`, in order: a list in JSON, as it was written. */
  after(seq: number, peer: PeerId): string {
    const rows = this.#tables.sql
      .exec<{ seq: number; json: string }>(
        `SELECT seq, json FROM events WHERE seq > ?1
         AND (only_for = ?2 OR (only_for IS NULL AND except_for IS NOT ?2)) ORDER BY seq`,
        seq,
        peer,
      )
      .toArray()
    return `[${rows.map((row) => `{"seq":${row.seq},"data":${row.json}}`).join()}]`
  }

  forget(): void {
    if (this.#tables.areThere()) this.#tables.sql.exec('DELETE FROM events')
  }
}
