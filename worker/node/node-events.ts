import type { MediaRoomId, NodeId, PipeId } from '../../protocol/ids.ts'
import type { NodeEvent, NodeRegistration } from '../../protocol/node-edge/events.ts'
import { roomOf } from '../durable-objects.ts'
import type { Env } from '../env.ts'
import { log } from '../log.ts'
import type { Misbehaviour } from './misbehaviour.ts'
import type { NodeDirectory } from './node-directory.ts'
import type { NodeRooms } from './node-rooms.ts'
import type { NodeStorage } from './node-storage.ts'
import { isOwnMedia } from './registration/registered-addresses.ts'

interface EventParts {
  readonly env: Env
  readonly storage: NodeStorage
  readonly directory: NodeDirectory
  readonly rooms: NodeRooms
  readonly misbehaviour: Misbehaviour
}

/** What a node tells of its own accord. It can tell something of those rooms alone that live on it, whatever it says. */
export class NodeEvents {
  readonly #parts: EventParts
  /** How many events this object did not know. */
  #unknown = 0

  constructor(parts: EventParts) {
    this.#parts = parts
  }

  /** Throws `misbehaved` where the node has told too much that cannot be true. */
  async heard(event: NodeEvent): Promise<void> {
    const { storage, rooms, misbehaviour } = this.#parts
    const registration = storage.registration()
    if (!registration) return
    const { node } = registration
    switch (event.event) {
      case 'heartbeat':
        return this.#heartbeat(registration, event)
      case 'draining':
        return this.#startDraining(registration)
      case 'routers-lost':
        return this.#routersLost(node, event.rooms)
      case 'turn-bytes':
        return rooms.tellTurnCounted(node, event.rooms)
      case 'pages-heard':
        return rooms.tellHeard(node, event.pages)
      case 'probe-opened':
        if (!isOwnMedia(registration, event.probe)) return misbehaviour.hold(node, 'foreign-address')
        // The directory learns it with the next heartbeat.
        return storage.setRegistration({ ...registration, probe: event.probe })
      case 'pipe-silent':
        return this.#pipeSilent(node, event.room, event.pipe)
      default:
        return event satisfies never
    }
  }

  /** An event of a later version (V2). However many a node tells, few lines say so: the 1st, the 10th, the 100th. */
  passOver(node: NodeId, event: string): void {
    this.#unknown += 1
    if (Number.isInteger(Math.log10(this.#unknown))) {
      log.info('node-event-unknown', { node, called: event, count: this.#unknown })
    }
  }

  /** A directory that is not told ends no call: the next heartbeat is told again. */
  async #heartbeat(
    registration: NodeRegistration,
    event: Extract<NodeEvent, { event: 'heartbeat' }>,
  ): Promise<void> {
    const { storage, directory } = this.#parts
    const { node, session } = registration
    if (storage.isDraining(session)) return
    try {
      await directory.heard(registration, event)
    } catch (thrown) {
      log.error('directory-not-told', thrown, { node })
    }
  }

  async #routersLost(node: NodeId, told: readonly MediaRoomId[]): Promise<void> {
    const { rooms, misbehaviour } = this.#parts
    const mine = new Set(rooms.all())
    const lost = told.filter((room) => mine.has(room))
    await rooms.lose(node, lost)
    if (lost.length < told.length) await misbehaviour.hold(node, 'unknown-rooms')
  }

  async #pipeSilent(node: NodeId, room: MediaRoomId, pipe: PipeId): Promise<void> {
    if (!this.#parts.rooms.all().includes(room)) return
    try {
      await roomOf(this.#parts.env, room).repeat((object) => object.pipeSilent(node, pipe))
    } catch (thrown) {
      log.error('room-not-told', thrown, { node })
    }
  }

  /** The node is about to go (N15): it gets no more rooms, and those that it has are told to move. */
  async #startDraining({ node, session }: NodeRegistration): Promise<void> {
    const { storage, directory, rooms } = this.#parts
    log.info('node-draining', { node, rooms: rooms.all().length })
    storage.startDraining(session)
    await directory.lost(node)
    await rooms.drain(node)
  }
}
