import type { Transport, Worker } from 'mediasoup/types'
import * as v from 'valibot'
import { onCountedRouter } from './counted-routers.ts'
import { CumulativeCounter } from './cumulative-counter.ts'

/** Where mediasoup's own pipes between workers go. */
const LOOPBACK = '127.0.0.1'

/** What of mediasoup's statistics of a transport is used here; their type differs with its kind. */
const Stats = v.array(
  v.object({
    type: v.string(),
    bytesSent: v.number(),
    tuple: v.optional(v.object({ remoteIp: v.optional(v.string()) })),
  }),
)

/** How much one mediasoup worker sends out of this machine: to people, and through pipes to other nodes. */
export class SentBytes {
  readonly #counts = new Map<Transport, CumulativeCounter>()
  #sinceTaken = 0
  #pages = 0

  /** Counts all that `worker` will ever send; it must hold nothing yet. */
  constructor(worker: Worker) {
    onCountedRouter(worker, (router) => {
      router.observer.on('newtransport', (transport) => this.#watch(transport))
    })
  }

  /** Transports of pages. */
  get pageTransports(): number {
    return this.#pages
  }

  /** Asks all transports. Throws when the worker is gone. */
  async read(): Promise<void> {
    await Promise.all([...this.#counts].map(([transport, count]) => this.#ask(transport, count)))
  }

  /** Bytes that were sent since this was last taken, as of the last reading. */
  take(): number {
    const bytes = this.#sinceTaken
    this.#sinceTaken = 0
    return bytes
  }

  #watch(transport: Transport): void {
    const isPage = transport.type === 'webrtc'
    if (isPage) this.#pages += 1
    const count = new CumulativeCounter(0)
    this.#counts.set(transport, count)
    transport.observer.once('close', () => {
      if (isPage) this.#pages -= 1
      this.#sinceTaken += count.estimatedRest()
      this.#counts.delete(transport)
    })
  }

  async #ask(transport: Transport, count: CumulativeCounter): Promise<void> {
    const bytes = await sentBy(transport)
    // It closed meanwhile, and was estimated.
    if (bytes !== null && this.#counts.has(transport)) this.#sinceTaken += count.advance(bytes)
  }
}

/** Null of a transport that is closed, or that stays within this machine, as pipes between its own workers do. */
async function sentBy(transport: Transport): Promise<number | null> {
  try {
    const stats = v.parse(Stats, await transport.getStats())
    if (stats.some(({ type, tuple }) => type === 'pipe-transport' && tuple?.remoteIp === LOOPBACK))
      return null
    return stats.reduce((total, { bytesSent }) => total + bytesSent, 0)
  } catch (error) {
    if (transport.closed) return null
    throw error
  }
}
