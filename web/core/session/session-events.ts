import type { SessionEvent } from './room-session.ts'

/** Tells whoever builds on a session what happens in it, and that it is over. */
export class SessionEvents {
  readonly #listeners = new Set<(event: SessionEvent) => void>()
  readonly #endings = new Set<() => void>()
  #over = false

  listen(hear: (event: SessionEvent) => void): () => void {
    this.#listeners.add(hear)
    return () => this.#listeners.delete(hear)
  }

  tell(event: SessionEvent): void {
    for (const hear of this.#listeners) hear(event)
  }

  /** Calls `end` when the session is over; at once where it is. */
  whenOver(end: () => void): void {
    if (this.#over) end()
    else this.#endings.add(end)
  }

  /** The session is over: nothing follows. */
  close(): void {
    this.#over = true
    for (const end of this.#endings) end()
    this.#endings.clear()
    this.#listeners.clear()
  }
}
