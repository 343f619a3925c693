import type { Consumer, Producer } from 'mediasoup/types'
import type { RoomRouter } from '../room-routers.ts'
import { PipeTransportPair } from './pipe-transport-pair.ts'
import { PipedProducer } from './piped-producer.ts'

/** What one room's workers bring each other: a producer goes to another worker when somebody there consumes it. */
export class InnerPipes {
  /** By the ids of both routers. */
  readonly #pairs = new Map<string, PipeTransportPair>()
  /** By the ids of the router that a producer was brought to, and of the producer. */
  readonly #pipedProducers = new Map<string, PipedProducer>()

  /** What `consume` makes at `to` of a producer at `from`. Throws what it throws, and what mediasoup throws. */
  async consumed(
    producer: Producer,
    from: RoomRouter,
    to: RoomRouter,
    consume: () => Promise<Consumer>,
  ): Promise<Consumer> {
    if (from === to) return consume()
    const key = keyOf(producer, to)
    const existing = this.#pipedProducers.get(key)
    if (existing) return existing.consumed(consume)
    const piped = await PipedProducer.open(producer, await this.#pair(from, to), from, to)
    this.#pipedProducers.set(key, piped)
    piped.onClosed(() => {
      if (this.#pipedProducers.get(key) === piped) this.#pipedProducers.delete(key)
    })
    return piped.consumed(consume)
  }

  /** To be told when somebody at `to` wants more or less of `producer`. Throws what mediasoup throws. */
  async reconsider(producer: Pick<Producer, 'id'>, to: RoomRouter): Promise<void> {
    await this.#pipedProducers.get(keyOf(producer, to))?.settle()
  }

  async #pair(one: RoomRouter, other: RoomRouter): Promise<PipeTransportPair> {
    const key = [one.router.id, other.router.id].sort().join(' ')
    const existing = this.#pairs.get(key)
    if (existing) return existing
    const pair = await PipeTransportPair.open(one, other)
    this.#pairs.set(key, pair)
    pair.onClosed(() => this.#pairs.delete(key))
    return pair
  }
}

const keyOf = (producer: Pick<Producer, 'id'>, to: RoomRouter): string => `${to.router.id} ${producer.id}`
