import type { Consumer, Producer } from 'mediasoup/types'
import { log } from '../../shared/log.ts'
import type { RoomRouter } from '../room-routers.ts'
import type { PipeTransportPair } from './pipe-transport-pair.ts'

/**
 * A producer on its way from one worker to another. It ends with the producer, or when nobody at the other worker
 * consumes it any more, and is paused while whoever does has paused it.
 */
export class PipedProducer {
  /** What carries it. */
  readonly #pipeConsumer: Consumer
  /** What it is at the other worker, where it has the same id of mediasoup's. */
  readonly #pipeProducer: Producer
  readonly #consumers = new Set<Consumer>()
  /** How many are about to consume it. */
  #arriving = 0
  #settled = Promise.resolve()

  private constructor(pipeConsumer: Consumer, pipeProducer: Producer) {
    this.#pipeConsumer = pipeConsumer
    this.#pipeProducer = pipeProducer
    // What mediasoup's own pipeToRouter does as well; there, a worker that dies meanwhile takes the process along.
    pipeConsumer.observer.once('close', () => pipeProducer.close())
    pipeProducer.observer.once('close', () => pipeConsumer.close())
    pipeConsumer.observer.on('pause', () => this.#changed())
    pipeConsumer.observer.on('resume', () => this.#changed())
  }

  /** Brings `producer` over, for somebody who is about to consume it. Throws what mediasoup throws. */
  static async open(
    producer: Producer,
    link: PipeTransportPair,
    from: RoomRouter,
    to: RoomRouter,
  ): Promise<PipedProducer> {
    const pipeConsumer = await link.end(from).consume({ producerId: producer.id })
    try {
      const { kind, rtpParameters, producerPaused: paused } = pipeConsumer
      const pipeProducer = await link.end(to).produce({ id: producer.id, kind, rtpParameters, paused })
      return new PipedProducer(pipeConsumer, pipeProducer)
    } catch (error) {
      pipeConsumer.close()
      throw error
    }
  }

  get closed(): boolean {
    return this.#pipeProducer.closed
  }

  /** Calls `listener` once when it ends, at once if it has. */
  onClosed(listener: () => void): void {
    if (this.closed) listener()
    else this.#pipeProducer.observer.once('close', listener)
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
    // Whoever asked hears that it failed; the next change is tried none the less.
    this.#settled = settled.catch(() => undefined)
    return settled
  }

  async #adjust(): Promise<void> {
    if (this.#arriving === 0 && this.#consumers.size === 0) this.#pipeProducer.close()
    if (this.closed) return
    const wanted = this.#arriving > 0 || [...this.#consumers].some((consumer) => !consumer.paused)
    if (wanted === this.#pipeConsumer.paused)
      await (wanted ? this.#pipeConsumer.resume() : this.#pipeConsumer.pause())
    if (this.closed) return
    const paused = this.#pipeConsumer.paused || this.#pipeConsumer.producerPaused
    if (paused !== this.#pipeProducer.paused)
      await (paused ? this.#pipeProducer.pause() : this.#pipeProducer.resume())
  }

  #changed(): void {
    this.settle().catch((error) => {
      if (!this.closed) log.warn('piped-producer-not-settled', { reason: String(error) })
    })
  }
}
