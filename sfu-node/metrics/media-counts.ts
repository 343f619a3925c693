import type { Router, Transport, Worker } from 'mediasoup/types'
import { onCountedRouter } from './counted-routers.ts'

/** How much one mediasoup worker carries now, counted from mediasoup's own observers. */
export class MediaCounts {
  #routers = 0
  readonly #transports = new Set<Transport>()
  #producers = 0
  #consumers = 0

  /** Counts all that `worker` will ever hold; it must hold nothing yet. */
  constructor(worker: Worker) {
    onCountedRouter(worker, (router) => this.#watchRouter(router))
  }

  get routers(): number {
    return this.#routers
  }

  get transports(): number {
    return this.#transports.size
  }

  /** Those that are counted. */
  get openTransports(): ReadonlySet<Transport> {
    return this.#transports
  }

  get producers(): number {
    return this.#producers
  }

  get consumers(): number {
    return this.#consumers
  }

  #watchRouter(router: Router): void {
    this.#routers += 1
    router.observer.once('close', () => {
      this.#routers -= 1
    })
    router.observer.on('newtransport', (transport) => this.#watchTransport(transport))
  }

  #watchTransport(transport: Transport): void {
    this.#transports.add(transport)
    transport.observer.once('close', () => this.#transports.delete(transport))
    transport.observer.on('newproducer', (producer) => {
      this.#producers += 1
      producer.observer.once('close', () => {
        this.#producers -= 1
      })
    })
    transport.observer.on('newconsumer', (consumer) => {
      this.#consumers += 1
      consumer.observer.once('close', () => {
        this.#consumers -= 1
      })
    })
  }
}
