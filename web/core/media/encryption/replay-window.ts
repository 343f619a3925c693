/** Bits of one number in the bitmap. */
const WORD_BITS = 32
/**
 * How many frames a frame may come behind the newest of its source: what took another way, or was sent once more by request.
 * 512 are ten seconds of a voice, and six of a camera in three layers.
 */
export const REPLAY_WINDOW = 512

/** Which of the last frames of one source have been seen by one receiver (as RFC 4303 §3.4.3 does it for packets). */
export class ReplayWindow {
  /** A bit for each counter, modulo the window's size. */
  readonly #seen = new Uint32Array(REPLAY_WINDOW / WORD_BITS)
  #newest = -1

  /** Whether a frame with that counter may still come. */
  admits(counter: number): boolean {
    if (counter > this.#newest) return true
    return counter > this.#newest - REPLAY_WINDOW && !this.#has(counter)
  }

  /** Notes a frame that `admits` let in, and that was authentic. */
  note(counter: number): void {
    const first = Math.max(this.#newest + 1, counter - REPLAY_WINDOW + 1)
    for (let skipped = first; skipped <= counter; skipped += 1) this.#write(skipped, false)
    this.#newest = Math.max(this.#newest, counter)
    this.#write(counter, true)
  }

  #has(counter: number): boolean {
    const at = counter % REPLAY_WINDOW
    return (((this.#seen[Math.floor(at / WORD_BITS)] ?? 0) >>> (at % WORD_BITS)) & 1) === 1
  }

  #write(counter: number, seen: boolean): void {
    const at = counter % REPLAY_WINDOW
    const word = Math.floor(at / WORD_BITS)
    const bit = 1 << (at % WORD_BITS)
    const before = this.#seen[word] ?? 0
    this.#seen[word] = seen ? before | bit : before & ~bit
  }
}
