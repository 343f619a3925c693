/** How long a frame waits for its key, in milliseconds: what is said may be told a moment after who says it. */
export const FRAME_PATIENCE_MS = 300
/** What may wait meanwhile, of one stream: a second of a picture, and a key frame of a large screen. */
export const MAX_WAITING_FRAMES = 64
export const MAX_WAITING_BYTES = 4_000_000

/** What becomes of the frames of one stream. */
export interface FrameHandling<Frame> {
  /** Begins with a frame; null where it has to wait, and everything behind it. */
  handle(frame: Frame): Promise<void> | null
  /** A frame is not handled: it waited in vain, or too much waited. */
  dropped(frame: Frame): void
  failed(cause: unknown): void
}

interface Waiting<Frame> {
  readonly frame: Frame
  readonly bytes: number
  readonly since: number
}

/** The frames of one stream, handled one after the other in the order in which they came. */
export class FrameQueue<Frame> {
  readonly #handling: FrameHandling<Frame>
  #waiting: Waiting<Frame>[] = []
  #bytes = 0
  #running = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(handling: FrameHandling<Frame>) {
    this.#handling = handling
  }

  /** A frame of so many bytes has come. */
  push(frame: Frame, bytes: number): void {
    this.#waiting.push({ frame, bytes, since: performance.now() })
    this.#bytes += bytes
    while (this.#waiting.length > MAX_WAITING_FRAMES || this.#bytes > MAX_WAITING_BYTES) this.#dropFirst()
    this.wake()
  }

  /** What had to wait may have to no longer. */
  wake(): void {
    if (!this.#running && this.#waiting.length > 0) this.#run().catch((cause) => this.#handling.failed(cause))
  }

  /** Forgets what waits. */
  close(): void {
    clearTimeout(this.#timer)
    this.#waiting = []
    this.#bytes = 0
  }

  async #run(): Promise<void> {
    this.#running = true
    clearTimeout(this.#timer)
    try {
      for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
        const handled = this.#handling.handle(first.frame)
        if (handled !== null) {
          this.#takeFirst()
          // What one frame fails of is no matter of the next one's.
          await handled.catch((cause) => this.#handling.failed(cause))
          continue
        }
        const left = first.since + FRAME_PATIENCE_MS - performance.now()
        if (left > 0) {
          this.#timer = setTimeout(() => this.wake(), left)
          return
        }
        this.#dropFirst()
      }
    } finally {
      this.#running = false
    }
  }

  #takeFirst(): Frame | undefined {
    const first = this.#waiting.shift()
    this.#bytes -= first?.bytes ?? 0
    return first?.frame
  }

  #dropFirst(): void {
    const frame = this.#takeFirst()
    if (frame !== undefined) this.#handling.dropped(frame)
  }
}
