/** How a connection is repaired, in milliseconds. */
export interface BackoffRange {
  readonly reconnectMinMs: number
  readonly reconnectMaxMs: number
  /** A connection that held this long was a good one. */
  readonly stableMs: number
}

/**
 * How long to wait before the next attempt to connect. A connection that was there is repaired at once; after that
 * it is a random part of a ceiling that doubles with every failure (exponential back-off with full jitter), so that
 * the pages of a room that fell together do not return together.
 */
export class Backoff {
  readonly #range: BackoffRange
  readonly #random: () => number
  #failures = 0
  #connectedAtMs: number | null = null

  /** @param random - Numbers from 0 to 1, 1 excluded. */
  constructor(range: BackoffRange, random: () => number) {
    this.#range = range
    this.#random = random
  }

  connected(nowMs: number): void {
    this.#connectedAtMs = nowMs
  }

  /** An attempt failed, or a connection fell: how many milliseconds to wait. */
  fell(nowMs: number): number {
    const { reconnectMinMs, reconnectMaxMs, stableMs } = this.#range
    if (this.#connectedAtMs !== null && nowMs - this.#connectedAtMs >= stableMs) this.#failures = 0
    // Only a connection that was there is repaired without delay, not one that never came about.
    if (this.#connectedAtMs === null) this.#failures = Math.max(1, this.#failures)
    this.#connectedAtMs = null
    const failures = this.#failures
    this.#failures += 1
    if (failures === 0) return 0
    return this.#random() * Math.min(reconnectMaxMs, reconnectMinMs * 2 ** (failures - 1))
  }
}
