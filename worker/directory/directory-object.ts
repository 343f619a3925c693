import { DurableObject } from 'cloudflare:workers'
import * as v from 'valibot'
import { NodeId } from '../../protocol/ids.ts'
import { NODE_SILENCE_MAX_MS } from '../../protocol/limits.ts'
import type { Statistics } from '../../protocol/statistics.ts'
import { PROTOCOL_VERSION } from '../../protocol/version.ts'
import type { Env } from '../env.ts'
import { log } from '../log.ts'
import { place } from '../placement/place.ts'
import type { PlaceableNode } from '../placement/placeable-node.ts'
import type { PlacementWish } from '../room/effects.ts'
import type { RoomCounts } from './statistics.ts'
import { StatisticsStorage } from './statistics-storage.ts'

const Row = v.object({ node: NodeId, capacity: v.number(), consumers: v.number(), heardAt: v.number() })
type KnownNode = v.InferOutput<typeof Row>

const UNLIMITED = { bitsPerSecond: null, bytesPerMonth: null, rooms: null, people: null, hours: null }

/** A node as placement weighs it. */
const placeable = ({ node, capacity, consumers, heardAt }: KnownNode): PlaceableNode => ({
  node,
  standing: 'active',
  reachable: true,
  heardAt,
  protocol: PROTOCOL_VERSION,
  at: null,
  capacity,
  limits: UNLIMITED,
  load: { rooms: 0, people: 0, consumers, cpu: 0, bitsPerSecond: 0, bytesThisMonth: 0 },
})

/** Which nodes there are and how loaded, and which rooms wait for one. */
export class DirectoryObject extends DurableObject<Env> {
  readonly #sql: SqlStorage
  readonly #statistics: StatisticsStorage

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#sql = ctx.storage.sql
    this.#statistics = new StatisticsStorage(ctx.storage.sql)
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS nodes (
        node TEXT PRIMARY KEY, capacity INTEGER NOT NULL, consumers INTEGER NOT NULL, heardAt INTEGER NOT NULL
      );
      CREATE TABLE IF NOT EXISTS waiting (room TEXT PRIMARY KEY);
    `)
  }

  #nodes(): KnownNode[] {
    return this.#sql
      .exec('SELECT node, capacity, consumers, heardAt FROM nodes')
      .toArray()
      .map((row) => v.parse(Row, row))
  }

  /** A node for that room, or for somebody in it; where there is none the room is remembered, and told when there is. */
  place(room: string, wish: PlacementWish): NodeId | null {
    const node = place(this.#nodes().map(placeable), { ...wish, hint: null }, Date.now(), Math.random)
    if (node === null) this.#sql.exec('INSERT OR IGNORE INTO waiting (room) VALUES (?)', room)
    return node
  }

  /** A node has registered, or told its load. */
  async heard(node: NodeId, capacity: number, consumers: number): Promise<void> {
    this.#sql.exec(
      'INSERT OR REPLACE INTO nodes (node, capacity, consumers, heardAt) VALUES (?, ?, ?, ?)',
      node,
      capacity,
      consumers,
      Date.now(),
    )
    await this.#wakeWaiting()
  }

  async #wakeWaiting(): Promise<void> {
    const rooms = this.#sql.exec<{ room: string }>('DELETE FROM waiting RETURNING room').toArray()
    const told = await Promise.allSettled(
      rooms.map(({ room }) => this.env.ROOMS.get(this.env.ROOMS.idFromString(room)).nodeAvailable()),
    )
    for (const outcome of told) {
      // A room that was not reached asks again by its own alarm.
      if (outcome.status === 'rejected') log.error('room-not-told', outcome.reason)
    }
  }

  /** A node is gone. */
  lost(node: NodeId): void {
    this.#sql.exec('DELETE FROM nodes WHERE node = ?', node)
  }

  /** A room says what it has counted. */
  tally(room: RoomCounts): void {
    this.#statistics.take(room, Date.now())
  }

  statistics(): Statistics {
    return this.#statistics.summary(Date.now())
  }

  /** How many nodes were heard lately. */
  count(): number {
    const since = Date.now() - NODE_SILENCE_MAX_MS
    return this.#nodes().filter((known) => known.heardAt > since).length
  }
}
