import type { MediaConnection } from './media-connection.ts'
import type { Received } from './receiving/consumers.ts'

/** The connection of a call, and beside it, while everybody moves to another node, the one that is being left (X7). */
export class ConnectionPair {
  #current: MediaConnection | null = null
  #former: MediaConnection | null = null

  /** The one of the media session that holds. */
  get current(): MediaConnection | null {
    return this.#current
  }

  get all(): MediaConnection[] {
    return [this.#current, this.#former].filter((connection) => connection !== null)
  }

  /** Whether the current one carries all that there is to carry, be it nothing. */
  get #isReady(): boolean {
    return this.#current?.link === 'connected' || this.#current?.link === 'idle'
  }

  /** The one that people see and hear through: the new one once it is connected. */
  get carrying(): MediaConnection | null {
    return this.#isReady ? this.#current : (this.#former ?? this.#current)
  }

  /** What is received, each producer once. */
  get received(): readonly Received[] {
    const { carrying } = this
    const first = carrying?.received ?? []
    const known = new Set(first.map(({ producer }) => producer))
    const others = this.all.filter((connection) => connection !== carrying)
    return [
      ...first,
      ...others.flatMap(({ received }) => received.filter(({ producer }) => !known.has(producer))),
    ]
  }

  /** Whether another one is being left, and the current one has all that it has. */
  get hasMoved(): boolean {
    if (!this.#former || !this.#current || !this.#isReady) return false
    const received = new Set(this.#current.received.map(({ producer }) => producer))
    return this.#former.received.every(({ producer }) => received.has(producer))
  }

  begin(connection: MediaConnection): void {
    this.#current = connection
  }

  /** The current one is being left: it goes on until `endMove`. */
  leaveCurrent(): void {
    this.#former?.close()
    this.#former = this.#current
    // What is shown is its successor's to tell.
    this.#former?.stopReporting()
    this.#current = null
  }

  endMove(): void {
    this.#former?.close()
    this.#former = null
  }

  close(): void {
    for (const connection of this.all) connection.close()
    this.#current = null
    this.#former = null
  }
}
