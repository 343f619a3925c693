import type { WebRtcTransport } from 'mediasoup/types'
import { newTurnCountId } from '../../protocol/ids.ts'
import type { TurnCount } from '../../protocol/node-edge/events.ts'
import { CumulativeCounter } from './cumulative-counter.ts'

/** What one room's pages send and receive through TURN servers (M9): of the transports that the edge says come through TURN. */
export class TurnBytes {
  /** Sums of another room, or of another life of this one, are told under another name. */
  readonly #id = newTurnCountId()
  readonly #counts = new Map<WebRtcTransport, CumulativeCounter>()
  #bytes = 0
  #told = 0

  /** Counts that transport from now on; a second time changes nothing. Throws what mediasoup throws. */
  async count(transport: WebRtcTransport): Promise<void> {
    if (this.#counts.has(transport)) return
    const before = await bytesOf(transport)
    if (before === null) return
    this.#counts.set(transport, new CumulativeCounter(before))
    transport.observer.once('close', () => {
      this.#bytes += this.#counts.get(transport)?.estimatedRest() ?? 0
      this.#counts.delete(transport)
    })
  }

  /** Counts it no longer. Throws what mediasoup throws. */
  async stop(transport: WebRtcTransport): Promise<void> {
    const count = this.#counts.get(transport)
    if (count) await this.#ask(transport, count)
    this.#counts.delete(transport)
  }

  /** What it all is by now; null where that is as it was when it was last asked. Throws what mediasoup throws. */
  async changed(): Promise<TurnCount | null> {
    await Promise.all([...this.#counts].map(([transport, count]) => this.#ask(transport, count)))
    if (this.#bytes === this.#told) return null
    this.#told = this.#bytes
    return { count: this.#id, bytes: this.#bytes }
  }

  async #ask(transport: WebRtcTransport, count: CumulativeCounter): Promise<void> {
    const bytes = await bytesOf(transport)
    // It closed meanwhile, and was estimated; or it is counted no longer.
    if (bytes !== null && this.#counts.has(transport)) this.#bytes += count.advance(bytes)
  }
}

/** Null of a transport that is closed. */
async function bytesOf(transport: WebRtcTransport): Promise<number | null> {
  try {
    const [stats] = await transport.getStats()
    return stats ? stats.bytesSent + stats.bytesReceived : null
  } catch (error) {
    if (transport.closed) return null
    throw error
  }
}
