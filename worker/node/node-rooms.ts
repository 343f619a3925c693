import type { MediaRoomId, NodeId } from '../../protocol/ids.ts'
import type { HeardPage, TurnCount } from '../../protocol/node-edge/events.ts'
import { type RoomRef, roomOf } from '../durable-objects.ts'
import type { Env } from '../env.ts'
import { log } from '../log.ts'
import type { NodeStorage } from './node-storage.ts'

/** The rooms that live on a node, and what they are told of it. */
export class NodeRooms {
  readonly #storage: NodeStorage
  readonly #env: Env

  constructor(storage: NodeStorage, env: Env) {
    this.#storage = storage
    this.#env = env
  }

  all(): MediaRoomId[] {
    return this.#storage.rooms()
  }

  /** Whether it was not there before. */
  add(room: MediaRoomId): boolean {
    return this.#storage.addRoom(room)
  }

  remove(room: MediaRoomId): void {
    this.#storage.removeRoom(room)
  }

  /** What they had on the node is gone: they live there no longer. */
  async lose(node: NodeId, rooms: readonly MediaRoomId[]): Promise<void> {
    for (const room of rooms) this.remove(room)
    await this.#tell(node, rooms, (room) => room.repeat((object) => object.nodeLost(node)))
  }

  /** The node is about to go: they move. */
  async drain(node: NodeId, rooms = this.all()): Promise<void> {
    await this.#tell(node, rooms, (room) => room.repeat((object) => object.nodeDraining(node)))
  }

  /** The node has counted what went through TURN servers. It may say so of those alone that live here. */
  async tellTurnCounted(
    node: NodeId,
    counts: readonly (TurnCount & { readonly room: MediaRoomId })[],
  ): Promise<void> {
    const counted = new Map(counts.map(({ room, count, bytes }) => [room, { count, bytes }]))
    const mine = this.all().filter((room) => counted.has(room))
    await this.#tell(node, mine, async (room, id) => {
      const news = counted.get(id)
      if (news) await room.repeat((object) => object.turnCounted(node, news))
    })
  }

  /** Tells the rooms that live on the node whose pages it hears no longer, or again. */
  async tellHeard(node: NodeId, pages: readonly HeardPage[]): Promise<void> {
    const mine = this.all().filter((room) => pages.some((page) => page.room === room))
    await this.#tell(node, mine, async (room, id) => {
      const ofRoom = pages.filter((page) => page.room === id)
      const heardPages = ofRoom.map(({ transport, heard }) => ({ transport, heard }))
      await room.repeat((object) => object.pagesHeard(node, heardPages))
    })
  }

  async #tell(
    node: NodeId,
    rooms: readonly MediaRoomId[],
    tell: (room: RoomRef, id: MediaRoomId) => Promise<void>,
  ): Promise<void> {
    const told = await Promise.allSettled(rooms.map((room) => tell(roomOf(this.#env, room), room)))
    for (const outcome of told)
      if (outcome.status === 'rejected') log.error('room-not-told', outcome.reason, { node })
  }
}
