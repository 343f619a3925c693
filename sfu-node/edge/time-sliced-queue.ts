/** How long work goes on before whatever else waits gets its slice (ms). */
const SLICE_MS = 10

/**
 * Work that is done in the order in which it came, a little at a time: in between, the event loop reads what came meanwhile. So
 * what may not wait can be told from what may.
 */
export class TimeSlicedQueue<Item> {
  readonly #work: (item: Item) => void
  #items: Item[] = []
  #next: NodeJS.Immediate | undefined

  /** @param work - What is done with each; what it throws is thrown into the event loop. */
  constructor(work: (item: Item) => void) {
    this.#work = work
  }

  add(item: Item): void {
    this.#items.push(item)
    this.#next ??= setImmediate(() => this.#run())
  }

  /** Does all that is left, at once. */
  drain(): void {
    clearImmediate(this.#next)
    this.#next = undefined
    for (const item of this.#items.splice(0)) this.#work(item)
  }

  #run(): void {
    this.#next = undefined
    const until = performance.now() + SLICE_MS
    let done = 0
    try {
      for (const item of this.#items) {
        done += 1
        this.#work(item)
        if (performance.now() >= until) break
      }
    } finally {
      this.#items.splice(0, done)
      if (this.#items.length > 0) this.#next ??= setImmediate(() => this.#run())
    }
  }
}
