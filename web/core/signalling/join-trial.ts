import type { EdgeSocket } from './edge-socket.ts'
import type { Timing } from './timing.ts'

/** Until the edge has answered a join, its socket is on trial: it is looked after soon, and given up in the end. */
export class JoinTrial {
  readonly #timing: Timing
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(timing: Timing) {
    this.#timing = timing
  }

  begin(socket: EdgeSocket): void {
    clearTimeout(this.#timer)
    const { requestSuspectMs, requestTimeoutMs } = this.#timing
    const suspectMs = Math.min(requestSuspectMs, requestTimeoutMs)
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(() => socket.drop(), requestTimeoutMs - suspectMs)
      socket.check()
    }, suspectMs)
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}
