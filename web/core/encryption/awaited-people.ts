import { Patience, type PatienceHost } from './patience.ts'

/**
 * Of so many it is remembered how long they were awaited, and of all who are here. Those who have left are among them: an edge that
 * shows somebody again is to gain nothing by it.
 */
const MOST_REMEMBERED = 1_000

/**
 * Those who are in the room and have not done what all do who are there: the edge may show somebody who is not there, or keep
 * something back. Nothing ends the wait for somebody but that they do it, which no edge can pretend; whatever else it says of them,
 * or cuts, interrupts it.
 */
export class AwaitedPeople<Who> {
  readonly #patienceMs: number
  readonly #host: PatienceHost
  readonly #awaited = new Map<Who, Patience>()

  /**
   * @param patienceMs - How long each of them has, in milliseconds.
   * @param host - Told once for each who does not do it.
   */
  constructor(patienceMs: number, host: PatienceHost) {
    this.#patienceMs = patienceMs
    this.#host = host
  }

  /**
   * @param awaited - These are here and heard of, and have not done it; nobody while we hear nothing ourselves.
   * @param hasDone - Whether somebody else has.
   */
  look(awaited: ReadonlySet<Who>, hasDone: (who: Who) => boolean): void {
    for (const [who, patience] of this.#awaited) {
      if (!awaited.has(who)) patience.stop()
      if (hasDone(who)) this.#awaited.delete(who)
    }
    for (const who of awaited) {
      const patience = this.#awaited.get(who) ?? new Patience(this.#patienceMs, this.#host)
      this.#awaited.set(who, patience)
      patience.run()
    }
    for (const who of this.#awaited.keys())
      if (this.#awaited.size > MOST_REMEMBERED && !awaited.has(who)) this.#awaited.delete(who)
  }

  close(): void {
    for (const patience of this.#awaited.values()) patience.stop()
    this.#awaited.clear()
  }
}
