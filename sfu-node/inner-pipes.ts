import type { Consumer, Producer } from 'mediasoup/types'
import { Passage } from './passage.ts'
import type { RoomRouter } from './room-routers.ts'
import { WorkerLink } from './worker-link.ts'

/** What one room's workers bring each other: a producer goes to another worker when somebody there consumes it. */
export class InnerPipes {
  /** By the ids of both routers. */
  readonly #links = new Map<string, WorkerLink>()
  /** By the ids of the router that a producer was brought to, and of the producer. */
  readonly #passages = new Map<string, Passage>()

  /** What `consume` makes at `to` of a producer at `from`. Throws what it throws, and what mediasoup throws. */
  async consumed(
    producer: Producer,
    from: RoomRouter,
    to: RoomRouter,
    consume: () => Promise<Consumer>,
  ): Promise<Consumer> {
    if (from === to) return consume()
    const key = keyOf(producer, to)
    const existing = this.#passages.get(key)
    if (existing) return existing.consumed(consume)
    const passage = await Passage.open(producer, await this.#link(from, to), from, to)
    this.#passages.set(key, passage)
    passage.onClosed(() => {
      if (this.#passages.get(key) === passage) this.#passages.delete(key)
    })
    return passage.consumed(consume)
  }

  /** To be told when somebody at `to` wants more or less of `producer`. Throws what mediasoup throws. */
  async reconsider(producer: Pick<Producer, 'id'>, to: RoomRouter): Promise<void> {
    await this.#passages.get(keyOf(producer, to))?.settle()
  }

  async #link(one: RoomRouter, other: RoomRouter): Promise<WorkerLink> {
    const key = [one.router.id, other.router.id].sort().join(' ')
    const existing = this.#links.get(key)
    if (existing) return existing
    const link = await WorkerLink.open(one, other)
    this.#links.set(key, link)
    link.onClosed(() => this.#links.delete(key))
    return link
  }
}

const keyOf = (producer: Pick<Producer, 'id'>, to: RoomRouter): string => `${to.router.id} ${producer.id}`
