import * as v from 'valibot'
import type { PeerId, SendId } from '../../../protocol/ids.ts'
import {
  EVENT_LOG_MAX_EVENTS,
  EVENT_LOG_MAX_LENGTH,
  HISTORY_PAGE_LENGTH,
  KEPT_MAX_LENGTH,
} from '../../../protocol/limits.ts'
import type { PageEvent } from '../../../protocol/page-events.ts'
import type { RelayedMessage } from '../../../protocol/relay.ts'
import { MAX_KNOWN_SENDINGS, type RelayKind, rulesOf } from '../../../protocol/relay-kinds.ts'
import { log } from '../../log.ts'
import { hasTable, readSchemaVersion, writeSchemaVersion } from '../../storage/schema-version.ts'
import type { Audience } from '../core/effects.ts'
import type { Sending } from '../core/inputs.ts'
import { emptyRoom, PastState, PeerState, RoomHead, type RoomState, WaitingState } from '../core/state.ts'
import { migrated, type RoomMigration } from './migrations.ts'
import { forgetSetAside, setAside } from './set-aside.ts'
import { dropTables, ROOM_TABLES, readTables, replaceTables } from './tables.ts'
import { restOfRoom, UnreadableRoom } from './unreadable-room.ts'

type PeopleTable = 'peers' | 'waiting' | 'past'
type People = ReadonlyMap<PeerId, object>

/** A room on disk: its head, a row for each person in it or in its lobby, and the last events for those who resume. */
export class RoomStorage {
  readonly #storage: DurableObjectStorage

  readonly #migrations: readonly RoomMigration[]
  /** The version that this edge writes, and reads. */
  readonly #version: number
  #hasTables: boolean

  /** @param migrations - To the version that is written, from each before; in their order. */
  constructor(storage: DurableObjectStorage, migrations: readonly RoomMigration[]) {
    this.#storage = storage
    this.#migrations = migrations
    this.#version = migrations.length + 1
    this.#hasTables = hasTable(storage.sql, 'head')
  }

  /** Only a room that somebody enters is written to disk; one that was merely asked about leaves no trace. */
  #createTables(): void {
    if (this.#hasTables) return
    this.#hasTables = true
    for (const create of Object.values(ROOM_TABLES)) this.#storage.sql.exec(create)
    writeSchemaVersion(this.#storage.sql, this.#version)
  }

  /**
   * The room as it was last saved, by whichever version of the edge. Of what this one cannot read (a later version wrote it, or
   * none that was released) the door stays, and who may come back; the rest is set aside.
   */
  load(now: number): RoomState {
    if (!this.#hasTables) return emptyRoom
    const version = readSchemaVersion(this.#storage.sql)
    try {
      if (version > this.#version) throw new UnreadableRoom(version, 'a later version of the edge stored it')
      // In one transaction: it is migrated and can be read, or what was stored is still there.
      return this.#storage.transactionSync(() => {
        if (version < this.#version) this.#migrate(version)
        return this.#read(version)
      })
    } catch (thrown) {
      return this.#beginAnew(version, thrown, now)
    }
  }

  #migrate(version: number): void {
    const { sql } = this.#storage
    replaceTables(sql, migrated(readTables(sql), version, this.#migrations))
    writeSchemaVersion(sql, this.#version)
    log.info('room-migrated', { from: version, to: this.#version })
  }

  #read(version: number): RoomState {
    const missing = Object.keys(ROOM_TABLES).find((table) => !hasTable(this.#storage.sql, table))
    if (missing !== undefined) throw new UnreadableRoom(version, `there is no table ${missing}`)
    const [head] = this.#readRows('head', RoomHead)
    return {
      head: head ?? emptyRoom.head,
      peers: this.#readPeople('peers', PeerState),
      waiting: this.#readPeople('waiting', WaitingState),
      past: this.#readPeople('past', PastState),
      held: new Map(),
    }
  }

  #beginAnew(version: number, thrown: unknown, now: number): RoomState {
    const { sql } = this.#storage
    const stored = readTables(sql)
    const state = restOfRoom(stored, now)
    const counts = this.#storage.transactionSync(() => {
      dropTables(sql)
      this.#hasTables = false
      const counted = setAside(sql, version, stored)
      this.save(emptyRoom, state)
      return counted
    })
    log.error('room-unreadable', thrown, { stored: version, reads: this.#version, ...counts })
    return state
  }

  #readRows<Row>(table: 'head' | PeopleTable, schema: v.GenericSchema<unknown, Row>): Row[] {
    const order = table === 'head' ? 'one' : 'arrival'
    const rows = this.#storage.sql
      .exec<{ json: string }>(`SELECT json FROM ${table} ORDER BY ${order}`)
      .toArray()
    return rows.map(({ json }) => {
      const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), json)
      if (read.success) return read.output
      throw new UnreadableRoom(this.#version, `${table}: ${v.getDotPath(read.issues[0]) ?? 'no JSON'}`)
    })
  }

  #readPeople<Person extends { readonly id: PeerId }>(
    table: PeopleTable,
    schema: v.GenericSchema<unknown, Person>,
  ): ReadonlyMap<PeerId, Person> {
    return new Map(this.#readRows(table, schema).map((person) => [person.id, person]))
  }

  /** Writes what `after` has otherwise than `before`; unchanged parts are the same objects. */
  save(before: RoomState, after: RoomState): void {
    const nobody = [before, after].every((room) => room.peers.size + room.waiting.size + room.past.size === 0)
    if (after.head === before.head && nobody) return
    this.#createTables()
    if (after.head !== before.head) {
      this.#storage.sql.exec(
        'INSERT OR REPLACE INTO head (one, json) VALUES (1, ?)',
        JSON.stringify(after.head),
      )
    }
    this.#writePeople('peers', before.peers, after.peers)
    this.#writePeople('waiting', before.waiting, after.waiting)
    this.#writePeople('past', before.past, after.past)
  }

  #writePeople(table: PeopleTable, before: People, after: People): void {
    const { sql } = this.#storage
    for (const [id, person] of after) {
      if (before.get(id) === person) continue
      const json = JSON.stringify(person)
      sql.exec(
        `INSERT INTO ${table} (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = ?`,
        id,
        json,
        json,
      )
    }
    for (const id of before.keys()) if (!after.has(id)) sql.exec(`DELETE FROM ${table} WHERE id = ?`, id)
  }

  /**
   * Keeps an event for those who resume; the oldest give way to it, by number and by length. `starts` is how long all those
   * before it were, so that the length of the last ones is a difference.
   */
  appendEvent(seq: number, audience: Audience, event: PageEvent): void {
    const only = 'only' in audience ? audience.only : null
    const except = 'except' in audience ? audience.except : null
    const { sql } = this.#storage
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
    if (!this.#hasTables) return 0
    const [oldest] = this.#storage.sql
      .exec<{ seq: number | null }>('SELECT MIN(seq) AS seq FROM events')
      .toArray()
    return (oldest?.seq ?? 1) - 1
  }

  /** The events after `seq` that were for `peer`, in order: a list in JSON, as it was written. */
  eventsAfter(seq: number, peer: PeerId): string {
    const rows = this.#storage.sql
      .exec<{ seq: number; json: string }>(
        `SELECT seq, json FROM events WHERE seq > ?1
         AND (only_for = ?2 OR (only_for IS NULL AND except_for IS NOT ?2)) ORDER BY seq`,
        seq,
        peer,
      )
      .toArray()
    return `[${rows.map((row) => `{"seq":${row.seq},"data":${row.json}}`).join()}]`
  }

  /**
   * Keeps a message for latecomers; the oldest of its kind give way, by number and by length.
   *
   * @param moderators - Who they are now: what is for moderators is for them, and for nobody who becomes one later.
   */
  keepMessage(message: RelayedMessage, moderators: readonly PeerId[]): void {
    const { id, from, kind } = message
    const { sql } = this.#storage
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
    this.#forgetBefore(kind, starts + json.length - KEPT_MAX_LENGTH)
  }

  /** Forgets what is of that kind and starts before that length, oldest first: hardly ever more than one message. */
  #forgetBefore(kind: RelayKind, start: number): void {
    const { sql } = this.#storage
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
  sending(once: SendId): Sending | null {
    if (!this.#hasTables) return null
    const [known] = this.#storage.sql
      .exec<{ id: number; at: number }>('SELECT id, at FROM sendings WHERE once = ?', once)
      .toArray()
    return known ?? null
  }

  /** Notes what a sending became; the oldest gives way. */
  remember(once: SendId, { id, at }: Sending): void {
    const { sql } = this.#storage
    sql.exec('INSERT INTO sendings (once, id, at) VALUES (?, ?, ?)', once, id, at)
    sql.exec('DELETE FROM sendings WHERE place <= (SELECT MAX(place) FROM sendings) - ?', MAX_KNOWN_SENDINGS)
  }

  forgetMessages(sender: PeerId, kind: RelayKind): void {
    if (this.#hasTables)
      this.#storage.sql.exec('DELETE FROM kept WHERE sender = ? AND kind = ?', sender, kind)
  }

  forgetMessagesUpTo(id: number, kind: RelayKind): void {
    this.#storage.sql.exec('DELETE FROM kept WHERE kind = ? AND id <= ?', kind, id)
  }

  /**
   * What is kept after number `after` and was for that person (to everyone, from or to themselves, or to moderators while
   * they were one), as much as fits one answer, and whether there is more: in JSON, as it was written.
   */
  messagesFor(peer: PeerId, after: number): string {
    const rows = this.#storage.sql.exec<{ json: string }>(
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

  /** Forgets what was said and what happened; those whom it was for are gone already. */
  forgetPast(): void {
    if (this.#hasTables) this.#storage.sql.exec('DELETE FROM events; DELETE FROM kept; DELETE FROM sendings;')
    forgetSetAside(this.#storage.sql)
  }

  /**
   * Leaves nothing on disk but `rest`, and no alarm. Rows that are deleted stay readable in the database's free pages until
   * something else is written there, and a Durable Object may not overwrite them itself (`secure_delete`, `VACUUM`): so
   * the whole database goes.
   */
  erase(rest: RoomState): Promise<void> {
    const erased = this.#storage.deleteAll()
    this.#hasTables = false
    this.save(emptyRoom, rest)
    return erased
  }
}

/** What stands in a kept message's `addressee`: everyone, or some people's ids, each between blanks. */
function readersOf({ addressee }: RelayedMessage, moderators: readonly PeerId[]): string {
  if (addressee.to === 'everyone') return 'everyone'
  const readers = addressee.to === 'peer' ? [addressee.peer] : moderators
  return ` ${readers.join(' ')} `
}
