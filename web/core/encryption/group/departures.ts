import type { Stay } from '../stay.ts'

/** How people went who are not here any more. */
export class Departures {
  #present: ReadonlySet<Stay> = new Set()
  #hasUnread = false
  readonly #seen = new Set<Stay>()
  readonly #putOut = new Set<Stay>()

  get present(): ReadonlySet<Stay> {
    return this.#present
  }

  /**
   * These are here by now, oneself included.
   *
   * @param hasUnread - Whether somebody else is, whose stay is not known yet.
   */
  count(present: ReadonlySet<Stay>, hasUnread = false): void {
    this.#present = present
    this.#hasUnread = hasUnread
    for (const stay of present) {
      this.#seen.add(stay)
      this.#putOut.delete(stay)
    }
  }

  /** A moderator put them out. */
  putOut(stay: Stay): void {
    this.#putOut.add(stay)
  }

  /** One comes anew, and has not seen how anybody went meanwhile. */
  beginAnew(): void {
    this.#seen.clear()
    for (const stay of this.#present) this.#seen.add(stay)
  }

  /** Whether they are here, or it may be they who are, and have not said yet by which stay they go. */
  mayBeHere(stay: Stay): boolean {
    return this.#present.has(stay) || (this.#hasUnread && !this.#seen.has(stay))
  }

  /** Whether they were here since one came. */
  hasSeen(stay: Stay): boolean {
    return this.#seen.has(stay)
  }

  /** Whether one of them was put out, or may have been: one has not seen them go by themselves. */
  mayHaveBeenPutOut(gone: Iterable<Stay>): boolean {
    return [...gone].some((stay) => this.#putOut.has(stay) || !this.#seen.has(stay))
  }

  /** Whether one who was put out is among those. */
  isAnyPutOut(members: Iterable<Stay>): boolean {
    return [...members].some((stay) => this.#putOut.has(stay))
  }
}
