import type { Consumer, Producer } from 'mediasoup/types'
import type { RoomRouter } from './room-routers.ts'

/** A producer that was brought to another worker, where it has the same id of mediasoup's. */
interface Brought {
  readonly producer: Producer
  /** How many there consume it, or are about to. */
  users: number
}

/**
 * What one room's workers bring each other, over loopback: a producer goes to another worker when somebody there
 * consumes it, and stays until nobody there does any more. mediasoup passes pauses, ends and key frames on.
 */
export class InnerPipes {
  /** By the ids of the router that it was brought to, and of the producer. */
  readonly #brought = new Map<string, Brought>()

  /** What `consume` makes at `to` of a producer at `from`. Throws what it throws, and what mediasoup throws. */
  async consumed(
    producer: Producer,
    from: RoomRouter,
    to: RoomRouter,
    consume: () => Promise<Consumer>,
  ): Promise<Consumer> {
    if (from === to) return consume()
    const brought = await this.#bring(producer, from, to)
    try {
      const consumer = await consume()
      consumer.observer.once('close', () => release(brought))
      return consumer
    } catch (error) {
      release(brought)
      throw error
    }
  }

  async #bring(producer: Producer, from: RoomRouter, to: RoomRouter): Promise<Brought> {
    const key = `${to.router.id} ${producer.id}`
    const existing = this.#brought.get(key)
    if (existing) {
      existing.users += 1
      return existing
    }
    const { pipeProducer } = await from.router.pipeToRouter({
      producerId: producer.id,
      router: to.router,
      enableSctp: false,
      // A worker that is late loses packets, even from loopback.
      enableRtx: true,
    })
    if (!pipeProducer) throw new Error('mediasoup made no producer at the other worker')
    const brought = { producer: pipeProducer, users: 1 }
    this.#brought.set(key, brought)
    pipeProducer.observer.once('close', () => this.#brought.delete(key))
    return brought
  }
}

function release(brought: Brought): void {
  brought.users -= 1
  if (brought.users === 0) brought.producer.close()
}
