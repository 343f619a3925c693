/** Time is counted in steps no longer than this (ms): what a step takes beyond it, this program was kept from listening. */
const STEP_MS = 100

/** Something that may happen at any time, such as a node's sign of life, and those who wait for it. */
export class Waiters {
  readonly #waiting = new Set<(happened: boolean) => void>()

  /**
   * True as soon as it happens, false where it does not within `timeoutMs` of listening: time in which something else kept this
   * program busy does not count, for what came meanwhile is still to be read. Who waited first goes on first.
   */
  happensWithin(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      let leftMs = timeoutMs
      let timer: ReturnType<typeof setTimeout> | null = null
      const settle = (happened: boolean): void => {
        clearTimeout(timer)
        this.#waiting.delete(settle)
        resolve(happened)
      }
      const step = (): void => {
        if (leftMs <= 0) return settle(false)
        const ms = Math.min(STEP_MS, leftMs)
        leftMs -= ms
        timer = setTimeout(step, ms)
      }
      this.#waiting.add(settle)
      step()
    })
  }

  happened(): void {
    for (const settle of [...this.#waiting]) settle(true)
  }
}
