/**
 * So long before its end our own connection is looked after: by then a dead one was noticed (`PAGE_PONG_TIMEOUT_MS`), which is what
 * interrupts us.
 */
const CHECKED_BEFORE_MS = 6_000
/**
 * How often it is a whole one again after an interruption, for what was missed meanwhile has to be worked off. After that what was
 * left goes on: an edge makes as many interruptions as it likes, of ours and of theirs, and is to gain no more than these by them.
 */
const FRESH_PATIENCES = 3

/** What becomes of a patience. */
export interface PatienceHost {
  /** Our own connection may be dead without our knowing; never asked where a patience is shorter than it takes to find out. */
  checkConnection?(): void
  /** It is over: they did not do it. Told once. */
  over(): void
}

/** The time that somebody still has for what they are to do: it runs while we hear of the room, and of them. */
export class Patience {
  readonly #lengthMs: number
  readonly #host: PatienceHost
  #leftMs: number
  #fresh = FRESH_PATIENCES
  #isOver = false
  /** In milliseconds, as `performance.now` counts. */
  #runsSince = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param lengthMs - How long they have, in milliseconds. */
  constructor(lengthMs: number, host: PatienceHost) {
    this.#lengthMs = lengthMs
    this.#leftMs = lengthMs
    this.#host = host
  }

  run(): void {
    if (this.#isOver || this.#timer !== undefined) return
    this.#runsSince = performance.now()
    const untilCheckMs = this.#leftMs - CHECKED_BEFORE_MS
    this.#timer =
      untilCheckMs > 0
        ? setTimeout(() => this.#check(untilCheckMs), untilCheckMs)
        : setTimeout(() => this.#end(), this.#leftMs)
  }

  /** Something interrupts it. */
  stop(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    const isFresh = this.#fresh > 0
    this.#fresh -= 1
    this.#leftMs = isFresh ? this.#lengthMs : this.#leftMs - (performance.now() - this.#runsSince)
  }

  #check(passedMs: number): void {
    this.#timer = undefined
    this.#leftMs -= passedMs
    this.run()
    this.#host.checkConnection?.()
  }

  #end(): void {
    this.#timer = undefined
    this.#isOver = true
    this.#host.over()
  }
}
