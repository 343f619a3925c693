type Listener = (...args: unknown[]) => void

/**
 * Stands in for the package `events`, Node's emitter for all engines, of which mediasoup-client uses this much: a tenth of its
 * script. Who listens while an event is told hears of the next one only, as in Node.
 */
export class EventEmitter {
  readonly #listeners = new Map<string, readonly Listener[]>()

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...this.listeners(event), listener])
    return this
  }

  off(event: string, listener: Listener): this {
    this.#listeners.set(
      event,
      this.listeners(event).filter((each) => each !== listener),
    )
    return this
  }

  removeAllListeners(event?: string): this {
    if (event === undefined) this.#listeners.clear()
    else this.#listeners.delete(event)
    return this
  }

  /** Whether anybody listens. */
  emit(event: string, ...args: unknown[]): boolean {
    const listeners = this.listeners(event)
    for (const listener of listeners) listener(...args)
    return listeners.length > 0
  }

  listeners(event: string): readonly Listener[] {
    return this.#listeners.get(event) ?? []
  }

  listenerCount(event: string): number {
    return this.listeners(event).length
  }

  /** Nobody is warned of many listeners. */
  setMaxListeners(): this {
    return this
  }
}
