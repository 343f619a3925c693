/** Something that may happen at any time, such as a node's sign of life, and those who wait for it. */
export class Awaited {
  readonly #waiting = new Set<(happened: boolean) => void>()

  /** True as soon as it happens, false where it does not within `timeoutMs`. Who waited first goes on first. */
  happensWithin(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (happened: boolean): void => {
        clearTimeout(timer)
        this.#waiting.delete(settle)
        resolve(happened)
      }
      const timer = setTimeout(() => settle(false), timeoutMs)
      this.#waiting.add(settle)
    })
  }

  happened(): void {
    for (const settle of [...this.#waiting]) settle(true)
  }
}
