/** A token bucket: `burst` messages at once, `perSecond` for as long as one likes; or anything else that is counted. */
export class TokenBucket {
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

  /** Takes one message, or `cost`; false, and nothing is taken, where there is not so much left at `now` (ms). */
  spend(now: number, cost = 1): boolean {
    if (!this.holds(now, cost)) return false
    this.#left -= cost
    return true
  }

  /** Whether there is so much left at `now` (ms). */
  holds(now: number, cost: number): boolean {
    const earned = (Math.max(0, now - this.#filledAt) / 1000) * this.#perSecond
    this.#left = Math.min(this.#burst, this.#left + earned)
    this.#filledAt = now
    return this.#left >= cost
  }

  /** How long until there is so much (ms, from `now`): 0 where there is, infinite where there never is. */
  waitMs(now: number, cost = 1): number {
    if (this.holds(now, cost)) return 0
    return cost > this.#burst ? Number.POSITIVE_INFINITY : ((cost - this.#left) / this.#perSecond) * 1_000
  }

  /** Whether nothing of it is missing at `now` (ms): then it is as good as a new one. */
  isWhole(now: number): boolean {
    return this.holds(now, this.#burst)
  }
}
