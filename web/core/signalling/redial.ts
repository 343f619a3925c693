import type { ProtocolError } from '../../../protocol/errors.ts'
import { retryDelayMs } from '../../../protocol/retry-after.ts'
import { Backoff, type BackoffRange } from './backoff.ts'

/** When a connection whose socket fell dials again: after its back-off, and not before the edge wants it (G8). */
export class Redial {
  readonly #backoff: Backoff
  readonly #random: () => number
  readonly #dial: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  /** When the edge wants the next attempt, as it said when it refused the last one. */
  #retryAfterMs: number | undefined

  /** @param random - Numbers from 0 to 1, 1 excluded. */
  constructor(range: BackoffRange, random: () => number, dial: () => void) {
    this.#backoff = new Backoff(range, random)
    this.#random = random
    this.#dial = dial
  }

  /** Whether the edge has said when to come back. */
  get isPutOff(): boolean {
    return this.#retryAfterMs !== undefined
  }

  /** The edge refused a join, or the socket, with this error. */
  refused({ retryAfterMs }: ProtocolError): void {
    this.#retryAfterMs = retryAfterMs ?? this.#retryAfterMs
  }

  connected(): void {
    this.#backoff.connected(Date.now())
  }

  /** The socket fell, or never opened. */
  fell(): void {
    const delayMs = retryDelayMs(this.#backoff.fell(Date.now()), this.#retryAfterMs, this.#random)
    this.#timer = setTimeout(this.#dial, delayMs)
  }

  /** Dials no more by itself, until the next socket falls. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#retryAfterMs = undefined
  }
}
