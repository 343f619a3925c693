import type { Consumer, Producer } from 'mediasoup/types'
import { log } from './log.ts'
import type { RoomRouter } from './room-routers.ts'
import type { WorkerLink } from './worker-link.ts'

/**
 * A producer on its way from one worker to another. It ends with the producer, or when nobody at the other worker
 * consumes it any more, and rests while whoever does has paused it.
 */
export class Passage {
  /** What carries it. */
  readonly #carrier: Consumer
  /** What it is at the other worker, where it has the same id of mediasoup's. */
  readonly #arrived: Producer
  readonly #consumers = new Set<Consumer>()
  /** How many are about to consume it. */
  #arriving = 0
  #settled = Promise.resolve()

  private constructor(carrier: Consumer, arrived: Producer) {
    this.#carrier = carrier
    this.#arrived = arrived
    // What mediasoup's own pipeToRouter does as well; there, a worker that dies meanwhile takes the process along.
    carrier.observer.once('close', () => arrived.close())
    arrived.observer.once('close', () => carrier.close())
    carrier.observer.on('pause', () => this.#changed())
    carrier.observer.on('resume', () => this.#changed())
  }

  /** Brings `producer` over, for somebody who is about to consume it. Throws what mediasoup throws. */
  static async open(
    producer: Producer,
    link: WorkerLink,
    from: RoomRouter,
    to: RoomRouter,
  ): Promise<Passage> {
    const carrier = await link.end(from).consume({ producerId: producer.id })
    try {
      const { kind, rtpParameters, producerPaused: paused } = carrier
      const arrived = await link.end(to).produce({ id: producer.id, kind, rtpParameters, paused })
      return new Passage(carrier, arrived)
    } catch (error) {
      carrier.close()
      throw error
    }
  }

  get closed(): boolean {
    return this.#arrived.closed
  }

  /** Calls `listener` once when it ends, at once if it has. */
  onClosed(listener: () => void): void {
    if (this.closed) listener()
    else this.#arrived.observer.once('close', listener)
  }

  /** What `consume` makes of it at the other worker. Throws what it throws, and what mediasoup throws. */
  async consumed(consume: () => Promise<Consumer>): Promise<Consumer> {
    this.#arriving += 1
    try {
      await this.settle()
      const consumer = await consume()
      this.#consumers.add(consumer)
      consumer.observer.once('close', () => {
        this.#consumers.delete(consumer)
        this.#changed()
      })
      return consumer
    } finally {
      this.#arriving -= 1
      this.#changed()
    }
  }

  /** Makes it what it has to be by now, one change after the other. Throws what mediasoup throws. */
  settle(): Promise<void> {
    const settled = this.#settled.then(() => this.#adjust())
    this.#settled = settled.catch(() => undefined)
    return settled
  }

  async #adjust(): Promise<void> {
    if (this.#arriving === 0 && this.#consumers.size === 0) this.#arrived.close()
    if (this.closed) return
    const wanted = this.#arriving > 0 || [...this.#consumers].some(({ paused }) => !paused)
    if (wanted === this.#carrier.paused) await (wanted ? this.#carrier.resume() : this.#carrier.pause())
    if (this.closed) return
    const rests = this.#carrier.paused || this.#carrier.producerPaused
    if (rests !== this.#arrived.paused) await (rests ? this.#arrived.pause() : this.#arrived.resume())
  }

  #changed(): void {
    this.settle().catch((error) => {
      if (!this.closed) log.warn('passage-not-settled', { reason: String(error) })
    })
  }
}
