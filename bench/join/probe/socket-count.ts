import type { Timeline } from './timeline.ts'

/** Counts what the page's sockets carry, and how often the page had to wait for the other end. */
export class SocketCount {
  readonly #timeline: Timeline
  #bytesSent = 0
  #bytesReceived = 0
  #roundTrips = 0
  #awaiting = false
  #sealed = false

  constructor(timeline: Timeline) {
    this.#timeline = timeline
  }

  get figures() {
    return {
      roundTrips: this.#roundTrips,
      socketBytesSent: this.#bytesSent,
      socketBytesReceived: this.#bytesReceived,
    }
  }

  /** Whatever is exchanged from now on did not keep the media waiting. */
  seal(): void {
    this.#sealed = true
  }

  /** Puts itself between the page and `WebSocket`. */
  install(): void {
    const count = this
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols)
        count.#timeline.mark('socketDialled')
        this.addEventListener('open', () => count.#opened())
        this.addEventListener('message', ({ data }) => count.#received(data))
      }

      override send(data: string | ArrayBuffer | Blob | ArrayBufferView<ArrayBuffer>): void {
        count.#sent(data)
        super.send(data)
      }
    }
  }

  #opened(): void {
    this.#timeline.mark('socketOpen')
    if (!this.#sealed) this.#roundTrips += 1
  }

  #sent(data: unknown): void {
    this.#timeline.mark('firstSent')
    this.#bytesSent += sizeOf(data)
    this.#awaiting = true
  }

  #received(data: unknown): void {
    this.#timeline.mark('firstReceived')
    this.#bytesReceived += sizeOf(data)
    // Several messages in a row are one answer.
    if (this.#awaiting && !this.#sealed) this.#roundTrips += 1
    this.#awaiting = false
  }
}

const encoder = new TextEncoder()

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return encoder.encode(data).length
  throw new Error('a socket that carries something else than text is not counted')
}
