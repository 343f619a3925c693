import type { Transport, Worker } from 'mediasoup/types'
import * as v from 'valibot'
import { watchRoomRouters } from './probe-router.ts'

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

/** What one transport had sent when it was last asked. */
interface Reading {
  bytes: number
  /** In milliseconds of the monotonic clock. */
  at: number
  bytesPerMs: number
}

/** How much one mediasoup worker sends out of this machine: to people, and through pipes to other nodes. */
export class SentBytes {
  readonly #readings = new Map<Transport, Reading>()
  #sinceTaken = 0
  #pages = 0

  /** Counts all that `worker` will ever send; it must hold nothing yet. */
  constructor(worker: Worker) {
    watchRoomRouters(worker, (router) => {
      router.observer.on('newtransport', (transport) => this.#watch(transport))
    })
  }

  /** Transports of pages. */
  get pageTransports(): number {
    return this.#pages
  }

  /** Asks all transports. Throws when the worker is gone. */
  async read(): Promise<void> {
    await Promise.all([...this.#readings].map(([transport, reading]) => this.#ask(transport, reading)))
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
    this.#readings.set(transport, { bytes: 0, at: performance.now(), bytesPerMs: 0 })
    transport.observer.once('close', () => {
      if (isPage) this.#pages -= 1
      this.#estimateRest(transport)
      this.#readings.delete(transport)
    })
  }

  async #ask(transport: Transport, reading: Reading): Promise<void> {
    const bytes = await sentBy(transport)
    // It closed meanwhile, and was estimated.
    if (bytes === null || !this.#readings.has(transport)) return
    const now = performance.now()
    const more = Math.max(0, bytes - reading.bytes)
    reading.bytesPerMs = more / Math.max(1, now - reading.at)
    reading.at = now
    reading.bytes = bytes
    this.#sinceTaken += more
  }

  /** mediasoup cannot tell what a closed transport has sent since it was last asked: it is taken to have gone on alike. */
  #estimateRest(transport: Transport): void {
    const reading = this.#readings.get(transport)
    if (reading) this.#sinceTaken += Math.round(reading.bytesPerMs * (performance.now() - reading.at))
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
