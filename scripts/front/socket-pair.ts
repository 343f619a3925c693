import type { Duplex } from 'node:stream'
import { FrameMeter } from './frame-meter.ts'
import type { FrontLimits } from './limits.ts'

/** A close frame of the server with code 1009, "message too big" (RFC 6455 §7.4.1). */
const TOO_BIG = Uint8Array.of(0x88, 0x02, 0x03, 0xf1)

/** What one WebSocket may do at the door. */
export type PairLimits = Pick<FrontLimits, 'silenceMs' | 'unreadMs' | 'closeGraceMs'> & {
  readonly messageBytes: number
}

/**
 * A WebSocket of somebody outside, and the Worker's end of it: bytes are passed as they come, while the frames' headers are
 * looked at. It ends with either of the two, and at the latest a grace after one side said that it closes.
 */
export class SocketPair {
  readonly #client: Duplex
  readonly #inner: Duplex
  readonly #limits: PairLimits
  readonly #fromClient: FrameMeter
  readonly #fromInner: FrameMeter
  #heardAt = performance.now()
  /** Since when the client has not taken what was sent. */
  #unreadSince: number | null = null
  #ending: NodeJS.Timeout | null = null
  #refused = false

  /** @param onEnd - Hears once that both connections are gone. */
  constructor(client: Duplex, inner: Duplex, limits: PairLimits, onEnd: () => void) {
    this.#client = client
    this.#inner = inner
    this.#limits = limits
    this.#fromClient = new FrameMeter(limits.messageBytes)
    // What the Worker sends it has made itself.
    this.#fromInner = new FrameMeter(Number.POSITIVE_INFINITY)
    this.#wire(onEnd)
  }

  /** Passes on what came with the answers' headers. */
  begin(clientHead: Uint8Array, innerHead: Uint8Array): void {
    if (innerHead.length > 0) this.#takeFromInner(innerHead)
    if (clientHead.length > 0) this.#takeFromClient(clientHead)
  }

  /** Ends it where nothing was heard, or nothing was read, for too long. */
  check(now: number): void {
    const silent = now - this.#heardAt > this.#limits.silenceMs
    const unread = this.#unreadSince !== null && now - this.#unreadSince > this.#limits.unreadMs
    if (silent || unread) this.destroy()
  }

  destroy(): void {
    this.#client.destroy()
    this.#inner.destroy()
  }

  #wire(onEnd: () => void): void {
    let open = 2
    const closed = (other: Duplex) => (): void => {
      open -= 1
      other.end()
      this.#endSoon()
      if (open > 0) return
      if (this.#ending) clearTimeout(this.#ending)
      onEnd()
    }
    this.#client.on('data', (chunk: Uint8Array) => this.#takeFromClient(chunk))
    this.#inner.on('data', (chunk: Uint8Array) => this.#takeFromInner(chunk))
    this.#client.on('drain', () => {
      this.#unreadSince = null
      this.#inner.resume()
    })
    this.#inner.on('drain', () => this.#client.resume())
    for (const [one, other] of [
      [this.#client, this.#inner],
      [this.#inner, this.#client],
    ] as const) {
      one.on('end', () => {
        other.end()
        this.#endSoon()
      })
      one.on('close', closed(other))
      // A connection that breaks is closed; who is at the other end of it has gone, and there is nobody to tell.
      one.on('error', () => one.destroy())
    }
  }

  #takeFromClient(chunk: Uint8Array): void {
    if (this.#refused) return
    this.#heardAt = performance.now()
    if (this.#fromClient.read(chunk) !== 'fine') return this.#refuse()
    if (!this.#inner.write(chunk)) this.#client.pause()
    if (this.#fromClient.closing) this.#endSoon()
  }

  #takeFromInner(chunk: Uint8Array): void {
    if (this.#refused) return
    this.#fromInner.read(chunk)
    if (!this.#client.write(chunk)) {
      this.#unreadSince ??= performance.now()
      this.#inner.pause()
    }
    if (this.#fromInner.closing) this.#endSoon()
  }

  /** The Worker's end is closed at once; the other is told why where no frame is under way to it. */
  #refuse(): void {
    this.#refused = true
    this.#inner.destroy()
    this.#client.end(this.#fromInner.betweenFrames ? TOO_BIG : undefined)
    this.#endSoon()
  }

  #endSoon(): void {
    this.#ending ??= setTimeout(() => this.destroy(), this.#limits.closeGraceMs)
  }
}
