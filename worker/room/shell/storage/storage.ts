import * as v from 'valibot'
import type { NodeId, PeerId } from '../../../../protocol/ids.ts'
import { GroupDescription } from '../../../../protocol/page-edge/group.ts'
import { log } from '../../../log.ts'
import { hasTable, readSchemaVersion, writeSchemaVersion } from '../../../storage/schema-version.ts'
import { PastState, PeerState, WaitingState } from '../../core/peer-state.ts'
import { emptyRoom, RoomHead, type RoomState } from '../../core/state.ts'
import { EventLog } from './event-log.ts'
import { MessageLog } from './message-log.ts'
import { type RoomUpgrade, upgraded } from './room-upgrades.ts'
import { forgetSetAside, setAside } from './set-aside.ts'
import { dropTables, ROOM_TABLES, readTables, replaceTables } from './tables.ts'
import { nodesOfRoom, restOfRoom, UnreadableRoom } from './unreadable-room.ts'

/** Tables of one row at most. */
type SingleTable = 'head' | 'room_group'
type PeopleTable = 'peers' | 'waiting' | 'past'
type People = ReadonlyMap<PeerId, object>

/** A room on disk: its head, its group, a row for each person in it or in its lobby, and the last events for those who resume. */
export class RoomStorage {
  readonly events: EventLog
  readonly messages: MessageLog
  readonly #storage: DurableObjectStorage
  readonly #upgrades: readonly RoomUpgrade[]
  /** The version that this edge writes, and reads. */
  readonly #version: number
  #hasTables: boolean
  #abandonedNodes: readonly NodeId[] = []

  /** @param upgrades - To the version that is written, from each before; in their order. */
  constructor(storage: DurableObjectStorage, upgrades: readonly RoomUpgrade[]) {
    this.#storage = storage
    this.#upgrades = upgrades
    this.#version = upgrades.length + 1
    this.#hasTables = hasTable(storage.sql, 'head')
    const tables = { sql: storage.sql, areThere: () => this.#hasTables }
    this.events = new EventLog(tables)
    this.messages = new MessageLog(tables)
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
      // In one transaction: it is upgraded and can be read, or what was stored is still there.
      return this.#storage.transactionSync(() => {
        if (version < this.#version) this.#upgrade(version)
        return this.#read(version)
      })
    } catch (thrown) {
      return this.#beginAnew(version, thrown, now)
    }
  }

  /** Where the room had media, when it was loaded and could not be read: it knows nothing of that any more. */
  get abandonedNodes(): readonly NodeId[] {
    return this.#abandonedNodes
  }

  #upgrade(version: number): void {
    const { sql } = this.#storage
    replaceTables(sql, upgraded(readTables(sql), version, this.#upgrades))
    writeSchemaVersion(sql, this.#version)
    log.info('room-upgraded', { from: version, to: this.#version })
  }

  #read(version: number): RoomState {
    const missing = Object.keys(ROOM_TABLES).find((table) => !hasTable(this.#storage.sql, table))
    if (missing !== undefined) throw new UnreadableRoom(version, `there is no table ${missing}`)
    const [head] = this.#readRows('head', RoomHead)
    const [group] = this.#readRows('room_group', GroupDescription)
    return {
      head: head ?? emptyRoom.head,
      peers: this.#readPeople('peers', PeerState),
      waiting: this.#readPeople('waiting', WaitingState),
      past: this.#readPeople('past', PastState),
      group: group ?? null,
      held: new Map(),
    }
  }

  #beginAnew(version: number, thrown: unknown, now: number): RoomState {
    const { sql } = this.#storage
    const stored = readTables(sql)
    const state = restOfRoom(stored, now)
    this.#abandonedNodes = nodesOfRoom(stored)
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

  #readRows<Row>(table: SingleTable | PeopleTable, schema: v.GenericSchema<unknown, Row>): Row[] {
    const order = table === 'head' || table === 'room_group' ? 'one' : 'arrival'
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
    this.#writeSingle('head', before.head, after.head)
    this.#writeSingle('room_group', before.group, after.group)
    this.#writePeople('peers', before.peers, after.peers)
    this.#writePeople('waiting', before.waiting, after.waiting)
    this.#writePeople('past', before.past, after.past)
  }

  #writeSingle(table: SingleTable, before: object | null, after: object | null): void {
    if (after === before) return
    const { sql } = this.#storage
    if (after === null) sql.exec(`DELETE FROM ${table}`)
    else sql.exec(`INSERT OR REPLACE INTO ${table} (one, json) VALUES (1, ?)`, JSON.stringify(after))
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

  /** Forgets what was said and what happened; those whom it was for are gone already. */
  forgetHistory(): void {
    this.events.forget()
    this.messages.forget()
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
