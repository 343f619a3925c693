/** How long somebody may take to come into the group, in milliseconds: ten times what it takes where many come at once. */
const COMING_PATIENCE_MS = 10_000
/**
 * So long before that our own connection is looked after: by then a dead one was noticed (`PAGE_PONG_TIMEOUT_MS`), which is what
 * interrupts us.
 */
const CHECKED_BEFORE_MS = 6_000
/**
 * How often it is a whole one again after an interruption, for what was missed meanwhile has to be worked off. After that what was
 * left goes on: an edge makes as many interruptions as it likes, of ours and of theirs, and is to gain no more than these by them.
 */
const FRESH_PATIENCES = 3

/** What becomes of a patience. */
interface ComingPatienceHost {
  /** Our own connection may be dead without our knowing. */
  checkConnection(): void
  /** It is over: they did not come. Told once. */
  over(): void
}

/** The time that somebody still has to come into the group: it runs while we hear of the room, and of them. */
export class ComingPatience {
  readonly #host: ComingPatienceHost
  #leftMs = COMING_PATIENCE_MS
  #fresh = FRESH_PATIENCES
  /** In milliseconds, as `performance.now` counts. */
  #runsSince = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ComingPatienceHost) {
    this.#host = host
  }

  run(): void {
    if (this.#timer !== undefined) return
    this.#runsSince = performance.now()
    const untilCheckMs = this.#leftMs - CHECKED_BEFORE_MS
    this.#timer =
      untilCheckMs > 0
        ? setTimeout(() => this.#check(untilCheckMs), untilCheckMs)
        : setTimeout(() => this.#host.over(), this.#leftMs)
  }

  #check(passedMs: number): void {
    this.#timer = undefined
    this.#leftMs -= passedMs
    this.run()
    this.#host.checkConnection()
  }

  /** Something interrupts it. */
  stop(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    const isFresh = this.#fresh > 0
    this.#fresh -= 1
    this.#leftMs = isFresh ? COMING_PATIENCE_MS : this.#leftMs - (performance.now() - this.#runsSince)
  }
}
