import { PAGE_UNHEARD_MS } from '../../protocol/limits.ts'

/** What is asked of a mediasoup transport. */
export interface Listening {
  readonly closed: boolean
  getStats(): Promise<readonly { readonly bytesReceived: number }[]>
}

/**
 * Whether anything is heard of one page: of the transport by which it receives, which every page connects at once and keeps alive
 * (RFC 7675), or of the one by which it sends. mediasoup counts whatever comes, checks of the way (STUN) too.
 */
export class PageLiveness {
  readonly #transports: readonly Listening[]
  #bytes = 0
  /** When more had come than before (`performance.now()`); null while the page never was there. */
  #heardAt: number | null = null
  /** What the edge knows: a page that never came is none that vanished. */
  #reported = true

  constructor(receiving: Listening, sending: Listening | undefined) {
    this.#transports = sending ? [receiving, sending] : [receiving]
  }

  /** Looks; returns whether it is heard where the edge does not know, else null. Throws what mediasoup throws. */
  async change(now: number): Promise<boolean | null> {
    const counts = await Promise.all(this.#transports.map(received))
    const bytes = counts.reduce((sum, each) => sum + each, 0)
    // Fewer, where one of them has closed meanwhile.
    if (bytes > this.#bytes) this.#heardAt = now
    this.#bytes = bytes
    if (this.#heardAt === null) return null
    const heard = now - this.#heardAt < PAGE_UNHEARD_MS
    return heard === this.#reported ? null : heard
  }

  /** The edge was told. */
  reported(heard: boolean): void {
    this.#reported = heard
  }
}

async function received(transport: Listening): Promise<number> {
  if (transport.closed) return 0
  try {
    const [stats] = await transport.getStats()
    return stats?.bytesReceived ?? 0
  } catch (error) {
    if (transport.closed) return 0
    throw error
  }
}
