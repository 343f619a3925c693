import { AwaitedPeople } from '../awaited-people.ts'
import type { PatienceHost } from '../patience.ts'
import type { Stay } from '../stay.ts'

/** How long somebody may take to come into the group, in milliseconds: ten times what it takes where many come at once. */
const COMING_PATIENCE_MS = 10_000

/** Who is in the room, as far as one hears of it, and how those went who are not: so who is to be in its group, and who is not. */
export class Presence {
  #present: ReadonlySet<Stay> = new Set()
  /** They come into the group when they are back. */
  #cutOff: ReadonlySet<Stay> = new Set()
  #hasUnread = false
  readonly #seen = new Set<Stay>()
  readonly #putOut = new Set<Stay>()
  /** Who is here and does not come into the group (K33). */
  readonly #missing: AwaitedPeople<Stay>

  /** @param host - Told once for each who does not come into the group in time. */
  constructor(host: PatienceHost) {
    this.#missing = new AwaitedPeople(COMING_PATIENCE_MS, host)
  }

  get present(): ReadonlySet<Stay> {
    return this.#present
  }

  /** Of whom of them something is heard: all these are to be in the group. */
  get awaited(): ReadonlySet<Stay> {
    return new Set([...this.#present].filter((stay) => !this.#cutOff.has(stay)))
  }

  /** These are here by now, as `RoomFacts` has it. */
  count(present: ReadonlySet<Stay>, cutOff: ReadonlySet<Stay>, hasUnread: boolean): void {
    this.#present = present
    this.#cutOff = cutOff
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

  /** Who of those is not here. */
  goneOf(members: Iterable<Stay>): readonly Stay[] {
    return [...members].filter((stay) => !this.#present.has(stay))
  }

  /** Who is not among those, and is to be. */
  missingIn(members: ReadonlySet<Stay>): readonly Stay[] {
    return [...this.awaited].filter((stay) => !members.has(stay))
  }

  /**
   * Looks who does not come into the group.
   *
   * @param members - Who is in it.
   * @param isHeard - Whether there is one to come into, and one hears of it.
   */
  look(members: ReadonlySet<Stay>, isHeard: boolean): void {
    const missing = new Set(isHeard ? this.missingIn(members) : [])
    this.#missing.look(missing, (stay) => members.has(stay))
  }

  close(): void {
    this.#missing.close()
  }
}
