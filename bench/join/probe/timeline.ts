import type { MarkName } from '../measured/report.ts'

/** When things happened in this page for the first time. */
export class Timeline {
  readonly #marks = new Map<MarkName, number>()

  /** Notes that it happens now, or at `at`; what happened before stays. */
  mark(name: MarkName, at: number = performance.now()): void {
    if (!this.#marks.has(name)) this.#marks.set(name, at)
  }

  get marks(): Partial<Record<MarkName, number>> {
    return Object.fromEntries(this.#marks)
  }
}
