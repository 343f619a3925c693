import { GroupError } from '../group-error.ts'

/** How often within a minute one goes on from what cannot be followed: then somebody hinders us. */
const FRESH_STARTS = 5
const FRESH_STARTS_WITHIN_MS = 60_000

/** What one does about what nobody of the room does: one goes on without it, so often and no oftener. */
export class FreshStarts {
  readonly #distrusted: (cause: GroupError) => void
  #spent: number[] = []

  /** @param distrusted - Is told of each thing that nobody of the room does. */
  constructor(distrusted: (cause: GroupError) => void) {
    this.#distrusted = distrusted
  }

  /** Whether there was one left; it is gone then. */
  spend(): boolean {
    const now = performance.now()
    this.#spent = this.#spent.filter((at) => now - at < FRESH_STARTS_WITHIN_MS)
    if (this.#spent.length >= FRESH_STARTS) return false
    this.#spent.push(now)
    return true
  }

  /** Throws a GroupError where there is none left. */
  require(): void {
    if (!this.spend()) throw new GroupError('the group cannot be followed')
  }

  /** Takes one for that. Throws a GroupError where there is none left. */
  after(distrusted: GroupError): void {
    this.#distrusted(distrusted)
    this.require()
  }

  /** What the work comes to; null where it rejects with a GroupError, after which one starts afresh. Rejects as `after`. */
  async trusting<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof GroupError)) throw error
      this.after(error)
      return null
    }
  }
}
