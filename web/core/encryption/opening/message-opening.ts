import { CONTENT_KEY_PATIENCE_MS } from '../../../../protocol/limits.ts'
import type { RoomMessage } from '../../../../protocol/page-edge/messages.ts'
import { keyNumberOf, type SealKey } from '../envelope.ts'
import type { OpenedMessage } from '../opened.ts'
import type { Introduction, RoomSealing } from '../room-sealing.ts'
import type { Words } from '../sealing.ts'
import type { Stay } from '../stay.ts'
import { within } from '../within.ts'
import { KeyOrder } from './key-order.ts'
import { TakenWords } from './taken-words.ts'

/** Whether a message was said before we asked for what was said, or comes as it is said. */
export type When = 'now' | 'before'

/** Opens messages by content keys, and takes each once, in its place. */
export class MessageOpening {
  readonly #sealing: RoomSealing
  readonly #taken = new TakenWords()
  readonly #order = new KeyOrder()
  readonly #ending = Promise.withResolvers<void>()

  constructor(sealing: RoomSealing) {
    this.#sealing = sealing
  }

  /** What it says, as soon as its content key is there; null where it does not come, or opens nothing. */
  async open(message: RoomMessage, from: Stay, when: When): Promise<Words | null> {
    const { payload } = message
    if (typeof payload === 'string') return null
    const key = await this.#keyOf(keyNumberOf(payload.sealed), when)
    if (key === null) return null
    const toOne = await this.#sealing.messages.openToOne(key, message, from, payload.sealed, when)
    if (toOne === undefined) return this.#sealing.messages.open(key, message, from, payload.sealed)
    return toOne
  }

  async #keyOf(number: number, when: When): Promise<SealKey | null> {
    const { contentKeys, facts } = this.#sealing
    if (contentKeys.keyOf(number) === null) {
      const comes = contentKeys.when(number, CONTENT_KEY_PATIENCE_MS)
      await within(CONTENT_KEY_PATIENCE_MS, comes, facts.settled(), this.#ending.promise)
    }
    return when === 'before' || contentKeys.isInUse(number) ? contentKeys.keyOf(number) : null
  }

  /** The message, where it was not taken before, and can stand where it does; to be called in the order of the room. */
  take(message: RoomMessage, { name, stay }: Introduction, said: Words, when: When): OpenedMessage | null {
    const { id, kind, at, payload } = message
    if (typeof payload === 'string' || !this.#order.take(keyNumberOf(payload.sealed), { id, at })) return null
    if (!this.#taken.take({ id, kind, stay, number: said.number }, when === 'now')) return null
    return { ...message, name, payload: said.payload }
  }

  /** What we said ourselves under that number became that message. */
  said(became: Pick<RoomMessage, 'id' | 'kind'>, number: number): void {
    this.#taken.take({ ...became, stay: this.#sealing.stay, number }, true)
  }

  /** Messages are counted by other numbers from now on. */
  beginAnew(): void {
    this.#taken.beginAnew()
    this.#order.beginAnew()
  }

  /** No key comes any more. */
  waitNoLonger(): void {
    this.#ending.resolve()
  }
}
