import { ProtocolError } from '../../../protocol/errors.ts'
import { RECONNECT_MAX_MS, RECONNECT_MIN_MS } from '../../../protocol/limits.ts'
import type { Ask } from '../encryption/opened.ts'
import { Backoff } from '../signalling/backoff.ts'

/** A connection that held this long was a good one: the next failure is repaired at once. */
const STABLE_MS = 30_000

/** Knows which media session holds, and asks for another where that one cannot be repaired. */
export class SessionRenewal {
  readonly #ask: Ask
  readonly #backoff = new Backoff(
    { reconnectMinMs: RECONNECT_MIN_MS, reconnectMaxMs: RECONNECT_MAX_MS, stableMs: STABLE_MS },
    Math.random,
  )
  #generation: number | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(ask: Ask) {
    this.#ask = ask
  }

  /** Whether there is a media session, used or not. */
  get holds(): boolean {
    return this.#generation !== null
  }

  /** That media session holds from now on; none where it is null. */
  follow(generation: number | null): void {
    this.#generation = generation
  }

  /** Media flows. */
  connected(): void {
    this.#backoff.connected(Date.now())
  }

  /** That session is broken: the more failed in a row, the later another is asked for. */
  repair(generation: number, cause: unknown): void {
    if (generation !== this.#generation || this.#timer !== undefined) return
    console.warn('call: media has to be renewed', cause)
    this.renew(this.#backoff.fell(Date.now()))
  }

  /** Asks for another session instead of the one that holds. */
  renew(delayMs = 0): void {
    const generation = this.#generation
    if (generation === null || this.#timer !== undefined) return
    const timer = setTimeout(() => {
      this.#ask('renew-media', { generation }).catch((error) => {
        if (timer !== this.#timer) return
        this.#timer = undefined
        // Another session is on its way, or word that there is none.
        if (error instanceof ProtocolError && ['stale-media', 'no-media'].includes(error.code)) return
        this.repair(generation, error)
      })
    }, delayMs)
    this.#timer = timer
  }

  /** Has the edge find out whether the node of that session, or of the one that holds, is gone. */
  suspectNode(generation = this.#generation): void {
    if (generation === null) return
    this.#ask('suspect-node', { generation }).catch((error) => console.warn('call: suspect-node', error))
  }

  /** What was asked for is not wanted any more. */
  cancel(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
