import type { Stay } from '../../stay.ts'
import { COME_TOGETHER, newcomersBefore } from './turns.ts'

/** So many times what coming in took at most before the line is taken for stuck: in whole steps of it, and in milliseconds at most. */
const PATIENT_STEPS = 3
const MAX_PATIENCE_MS = 5_000
/** So many times as many are passed over each time that the line is stuck again: whoever fills it with nobody holds it up a few times. */
const PASSED_OVER_GROWTH = 4

/**
 * The line of those who are here and not in the group yet, as one of them sees it. It goes by what everybody is told: whoever comes
 * in makes way for the next one. Nobody has to believe it: who does not come when it is their turn is passed over, and who
 * comes out of turn is as welcome.
 */
export class NewcomersLine {
  readonly #own: Stay
  readonly #awaited: () => ReadonlySet<Stay>
  readonly #patienceMs: number
  readonly #inside = new Set<Stay>()
  readonly #passedOver = new Set<Stay>()
  /** How many are passed over where the line is stuck. */
  #together = COME_TOGETHER
  /** While one waits, when it began or somebody came in last, in milliseconds as `performance.now` counts. */
  #movedAt: number | null = null
  #longestStepMs = 0
  #wake = (): void => {}

  /**
   * @param awaited - Who is here, in the group or not.
   * @param patienceMs - How long the line may stand still at least before it is stuck.
   */
  constructor(own: Stay, awaited: () => ReadonlySet<Stay>, patienceMs: number) {
    this.#own = own
    this.#awaited = awaited
    this.#patienceMs = patienceMs
  }

  /** Nobody is in the group, as far as one knows: all come in. */
  begin(): void {
    this.#inside.clear()
    this.#passedOver.clear()
    this.#wake()
  }

  /** These are in the group, as its description says. */
  know(inside: Iterable<Stay>): void {
    for (const stay of inside) this.#inside.add(stay)
  }

  /** Somebody changed the group. @param comer - Who came in by it, as it says; null where nobody did. */
  moved(comer: Stay | null): void {
    const now = performance.now()
    if (this.#movedAt !== null) this.took(now - this.#movedAt)
    this.#movedAt = now
    this.#together = COME_TOGETHER
    if (comer !== null) this.#inside.add(comer)
    this.#wake()
  }

  /** So long it took somebody to come in, or to find that another one was faster, in milliseconds. */
  took(durationMs: number): void {
    this.#longestStepMs = Math.max(this.#longestStepMs, durationMs)
  }

  /** Somebody came or left, or one may want to wait no longer. */
  look(): void {
    this.#wake()
  }

  /** Whether one may try now. */
  get isOurTurn(): boolean {
    return this.#before.length < COME_TOGETHER
  }

  /** Resolves when one may try, or does not wait any more. */
  async turn(waits: () => boolean): Promise<void> {
    const begunAt = performance.now()
    this.#movedAt = begunAt
    while (waits() && !this.isOurTurn) {
      const stuckInMs = (this.#movedAt ?? begunAt) + this.#stuckAfterMs - performance.now()
      if (stuckInMs <= 0) this.#passOver()
      else await this.#sleep(stuckInMs)
    }
    this.#movedAt = null
  }

  get #before(): readonly Stay[] {
    const isOut = (stay: Stay): boolean => this.#inside.has(stay) || this.#passedOver.has(stay)
    return newcomersBefore(this.#awaited(), isOut, this.#own)
  }

  get #stuckAfterMs(): number {
    return Math.max(this.#patienceMs, Math.min(MAX_PATIENCE_MS, PATIENT_STEPS * this.#longestStepMs))
  }

  #passOver(): void {
    for (const stay of this.#before.slice(0, this.#together)) this.#passedOver.add(stay)
    this.#together *= PASSED_OVER_GROWTH
    this.#movedAt = performance.now()
  }

  /** Until that time has passed, or something happens. */
  #sleep(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delayMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
