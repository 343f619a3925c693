import type { MediaRoomId, NodeId } from '../../protocol/ids.ts'
import type { Env } from '../env.ts'
import { log } from '../log.ts'
import type { RoomObject } from '../room/room-object.ts'
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

  add(room: MediaRoomId): void {
    this.#storage.addRoom(room)
  }

  remove(room: MediaRoomId): void {
    this.#storage.removeRoom(room)
  }

  /** What they had on the node is gone: they live there no longer. */
  async lose(node: NodeId, rooms: readonly MediaRoomId[]): Promise<void> {
    for (const room of rooms) this.remove(room)
    await this.#tell(node, rooms, (room) => room.mediaLost(node))
  }

  /** The node is about to go: they move. */
  async drain(node: NodeId): Promise<void> {
    await this.#tell(node, this.all(), (room) => room.nodeDraining(node))
  }

  async #tell(
    node: NodeId,
    rooms: readonly MediaRoomId[],
    tell: (room: DurableObjectStub<RoomObject>) => Promise<void>,
  ): Promise<void> {
    const { ROOMS } = this.#env
    const told = await Promise.allSettled(rooms.map((room) => tell(ROOMS.get(ROOMS.idFromString(room)))))
    for (const outcome of told)
      if (outcome.status === 'rejected') log.error('room-not-told', outcome.reason, { node })
  }
}
