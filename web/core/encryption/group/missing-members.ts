import type { Stay } from '../stay.ts'

/** How long somebody may take to come into the group, in milliseconds: ten times what it takes where many come at once. */
const COMING_PATIENCE_MS = 10_000

/** Who is in the room and does not come into its group (K33): the edge may show somebody who is not there, or keep something back. */
export class MissingMembers {
  readonly #missing: () => void
  readonly #awaited = new Map<Stay, ReturnType<typeof setTimeout>>()
  readonly #told = new Set<Stay>()

  /** @param missing - Called once for each. */
  constructor(missing: () => void) {
    this.#missing = missing
  }

  /** These are here and not in the group. */
  look(missing: ReadonlySet<Stay>): void {
    for (const [stay, timer] of this.#awaited) {
      if (missing.has(stay)) continue
      clearTimeout(timer)
      this.#awaited.delete(stay)
    }
    for (const stay of missing) if (!this.#awaited.has(stay) && !this.#told.has(stay)) this.#await(stay)
  }

  close(): void {
    this.look(new Set())
  }

  #await(stay: Stay): void {
    const timer = setTimeout(() => {
      this.#awaited.delete(stay)
      this.#told.add(stay)
      this.#missing()
    }, COMING_PATIENCE_MS)
    this.#awaited.set(stay, timer)
  }
}
