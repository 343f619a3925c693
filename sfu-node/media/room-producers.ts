import type { Producer } from 'mediasoup/types'
import { ProtocolError } from '../../protocol/errors.ts'
import type { ProducerId } from '../../protocol/ids.ts'
import type { RoomRouter } from './room-routers.ts'

/** What it came by: a page's transport, or a pipe from another node. */
interface Owner {
  /** The router that it is at. */
  readonly at: RoomRouter
}

export interface RoomProducer {
  readonly producer: Producer
  readonly owner: Owner
}

/**
 * What is sent in one room, by the ids that pages chose. mediasoup gets none of these: a mediasoup worker has one
 * table of ids for all of its rooms, in which a page could take the place of another room's.
 */
export class RoomProducers {
  readonly #entries = new Map<ProducerId, RoomProducer>()

  /** Whether it came from `owner`. Throws `producer-id-taken` when it came from elsewhere. */
  isFrom(owner: Owner, id: ProducerId): boolean {
    const entry = this.#entries.get(id)
    if (!entry || entry.owner === owner) return entry !== undefined
    throw new ProtocolError('producer-id-taken', 'this producer id belongs to another transport')
  }

  /** Keeps it until it closes. */
  add(id: ProducerId, owner: Owner, producer: Producer): void {
    this.#entries.set(id, { producer, owner })
    producer.observer.once('close', () => this.#entries.delete(id))
  }

  find(id: ProducerId): Producer | undefined {
    return this.#entries.get(id)?.producer
  }

  /** Throws `not-found` when it is gone. */
  get(id: ProducerId): RoomProducer {
    const entry = this.#entries.get(id)
    if (!entry) throw new ProtocolError('not-found', 'this producer is gone')
    return entry
  }
}
