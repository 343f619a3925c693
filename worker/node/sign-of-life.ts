/** Asks whether a node still lives: true as soon as it says so, false when it stays silent. */
export class SignOfLife {
  readonly #waiting = new Set<(alive: boolean) => void>()

  answersWithin(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (alive: boolean): void => {
        clearTimeout(timer)
        this.#waiting.delete(settle)
        resolve(alive)
      }
      const timer = setTimeout(() => settle(false), timeoutMs)
      this.#waiting.add(settle)
    })
  }

  answered(): void {
    for (const settle of [...this.#waiting]) settle(true)
  }
}
