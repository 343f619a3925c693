/**
 * How long nothing may come of anybody's voice before it is asked why, in milliseconds. Who says nothing still sends a packet
 * every 400 ms (RFC 6716 §2.1.9, discontinuous transmission).
 */
const SILENCE_MS = 1_200

/** Notices that packets of voices have stopped to come, once for each time that they do. */
export class SilenceWatch {
  readonly #fell: () => void
  /** When the last packet came; null while there is nothing to miss. */
  #heardAtMs: number | null = null

  constructor(fell: () => void) {
    this.#fell = fell
  }

  /** To be called a few times a second, with whether a packet has come since. */
  hear(heard: boolean, nowMs: number): void {
    if (heard) this.#heardAtMs = nowMs
    else if (this.#heardAtMs !== null && nowMs - this.#heardAtMs >= SILENCE_MS) {
      this.#heardAtMs = null
      this.#fell()
    }
  }
}
