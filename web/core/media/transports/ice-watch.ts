import type { types } from 'mediasoup-client'

/** What is done about a transport that lost its way. */
interface IceRemedies {
  /** Looks for another way with the same transport; resolves once it is looking. */
  restart(): Promise<void>
  /** Another way was not found: gives up the transport. */
  giveUp(): void
}

interface IceTiming {
  /**
   * A first connection that is not there after this long is not waited for: browsers may look for a way, or shake hands, for ever.
   * On a bad network that may well take ten seconds.
   */
  readonly connectMs: number
  /** A transport may be without a way for this long before anything is done: most come back by themselves. */
  readonly doubtMs: number
  /** A restart that has not connected after this long has failed. */
  readonly restartMs: number
}

const ICE_TIMING: IceTiming = { connectMs: 20_000, doubtMs: 2_000, restartMs: 8_000 }

/**
 * Decides when one transport needs an ICE restart (RFC 8445 §9), and when that did not help: connecting, connected, doubtful
 * for a while, restarting, given up.
 */
export class IceWatch {
  readonly #remedies: IceRemedies
  readonly #timing: IceTiming
  #timer: ReturnType<typeof setTimeout> | undefined
  /** When that is over, as `performance.now` counts. */
  #dueMs = 0
  #state: types.ConnectionState = 'new'
  #restarting = false
  #closed = false

  constructor(remedies: IceRemedies, timing: IceTiming = ICE_TIMING) {
    this.#remedies = remedies
    this.#timing = timing
  }

  handleState(state: types.ConnectionState): void {
    this.#state = state
    if (state === 'connected') {
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.#restarting = false
    } else if (state === 'connecting' && !this.#restarting) {
      this.#restartIn(this.#timing.connectMs)
    } else if (state === 'disconnected' && !this.#restarting) {
      this.#restartIn(this.#timing.doubtMs)
    } else if (state === 'failed' && !this.#restarting) {
      this.restart()
    }
  }

  /** Restarts now: it is known that the network changed. */
  restart(): void {
    if (this.#restarting || this.#closed) return
    clearTimeout(this.#timer)
    this.#restarting = true
    this.#remedies.restart().then(
      () => this.#expectConnection(),
      (cause) => {
        if (this.#closed) return
        console.warn('call: could not restart ICE', cause)
        this.#giveUp()
      },
    )
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  /** Restarts after so long, where it would not sooner. */
  #restartIn(delayMs: number): void {
    const dueMs = performance.now() + delayMs
    if (this.#timer !== undefined && this.#dueMs <= dueMs) return
    clearTimeout(this.#timer)
    this.#dueMs = dueMs
    this.#timer = setTimeout(() => this.restart(), delayMs)
  }

  #expectConnection(): void {
    if (this.#closed || !this.#restarting) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#restarting = false
      // A restart that was a precaution may leave the state as it was: connected.
      if (this.#state !== 'connected') this.#giveUp()
    }, this.#timing.restartMs)
  }

  #giveUp(): void {
    if (!this.#closed) this.#remedies.giveUp()
  }
}
