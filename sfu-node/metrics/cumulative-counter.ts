/** A count of mediasoup's that only grows, and that cannot be asked for any more once what it is of is closed. */
export class CumulativeCounter {
  #total: number
  /** In milliseconds of the monotonic clock. */
  #at = performance.now()
  #perMs = 0

  /** @param total - What it is now. */
  constructor(total: number) {
    this.#total = total
  }

  /** Takes what it is now; answers how much that is more than before. */
  advance(total: number): number {
    const now = performance.now()
    const more = Math.max(0, total - this.#total)
    this.#perMs = more / Math.max(1, now - this.#at)
    this.#at = now
    this.#total = total
    return more
  }

  /** How much it will have grown since: it is taken to have gone on alike. */
  estimatedRest(): number {
    return Math.round(this.#perMs * (performance.now() - this.#at))
  }
}
