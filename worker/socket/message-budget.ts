/** A token bucket: `burst` messages at once, `perSecond` for as long as one likes. */
export class MessageBudget {
  readonly #burst: number
  readonly #perSecond: number
  #left: number
  #filledAt: number

  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst
    this.#perSecond = perSecond
    this.#left = burst
    this.#filledAt = now
  }

  /** Takes one message; false where there is none left at `now` (ms). */
  spend(now: number): boolean {
    const earned = (Math.max(0, now - this.#filledAt) / 1000) * this.#perSecond
    this.#left = Math.min(this.#burst, this.#left + earned)
    this.#filledAt = now
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
