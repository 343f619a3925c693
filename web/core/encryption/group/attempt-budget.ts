/** How often something may be tried: so often within that time, and no oftener. */
export class AttemptBudget {
  readonly #count: number
  readonly #withinMs: number
  #spent: number[] = []

  constructor(count: number, withinMs: number) {
    this.#count = count
    this.#withinMs = withinMs
  }

  /** Whether there was one left; it is gone then. */
  spend(): boolean {
    const now = performance.now()
    this.#spent = this.#spent.filter((at) => now - at < this.#withinMs)
    if (this.#spent.length >= this.#count) return false
    this.#spent.push(now)
    return true
  }
}
