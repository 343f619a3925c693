/** Does things a fixed time after they were added, in their order, and none before a given moment. */
export class DelayLine {
  readonly #delayMs: number
  readonly #notBefore: number
  readonly #waiting: { readonly due: number; readonly act: () => void }[] = []
  #timer: NodeJS.Timeout | undefined

  /** @param notBefore - On the clock of `performance.now()`: what is added earlier counts as added then. */
  constructor(delayMs: number, notBefore: number) {
    this.#delayMs = delayMs
    this.#notBefore = notBefore
  }

  add(act: () => void): void {
    this.#waiting.push({ due: Math.max(performance.now(), this.#notBefore) + this.#delayMs, act })
    this.#wait()
  }

  #wait(): void {
    const [next] = this.#waiting
    if (!next || this.#timer !== undefined) return
    // What is overdue may not wait for a negative time: Node warns of it.
    const waitMs = Math.max(0, next.due - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#actOnDue()
      this.#wait()
    }, waitMs)
  }

  #actOnDue(): void {
    // A timer may fire a fraction of a millisecond early.
    while (this.#waiting[0] && this.#waiting[0].due <= performance.now() + 0.5) this.#waiting.shift()?.act()
  }
}
