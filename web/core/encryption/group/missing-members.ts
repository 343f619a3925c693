import type { Stay } from '../stay.ts'
import { ComingPatience } from './coming-patience.ts'

interface MissingMembersHost {
  /** Our own connection may be dead without our knowing. */
  checkConnection(): void
  /** One of them does not come. Told once for each. */
  missing(): void
}

/**
 * Who is in the room and does not come into its group (K33): the edge may show somebody who is not there, or keep something back.
 * Nothing ends the wait for somebody but that they are in the group, which no edge can pretend; whatever else it says of them, or
 * cuts, interrupts it.
 */
export class MissingMembers {
  readonly #host: MissingMembersHost
  readonly #awaited = new Map<Stay, ComingPatience>()
  readonly #told = new Set<Stay>()

  constructor(host: MissingMembersHost) {
    this.#host = host
  }

  /**
   * @param missing - These are here and heard of, and not in the group; nobody while we hear nothing ourselves.
   * @param inside - These are in it.
   */
  look(missing: ReadonlySet<Stay>, inside: ReadonlySet<Stay>): void {
    for (const [stay, patience] of this.#awaited) {
      if (!missing.has(stay)) patience.stop()
      if (inside.has(stay)) this.#awaited.delete(stay)
    }
    for (const stay of missing) if (!this.#told.has(stay)) this.#patienceWith(stay).run()
  }

  close(): void {
    for (const patience of this.#awaited.values()) patience.stop()
    this.#awaited.clear()
  }

  #patienceWith(stay: Stay): ComingPatience {
    const known = this.#awaited.get(stay)
    if (known) return known
    const begun = new ComingPatience({
      checkConnection: () => this.#host.checkConnection(),
      over: () => {
        this.#awaited.delete(stay)
        this.#told.add(stay)
        this.#host.missing()
      },
    })
    this.#awaited.set(stay, begun)
    return begun
  }
}
