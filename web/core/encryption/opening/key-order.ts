import { OLD_CONTENT_KEY_GRACE_MS } from '../../../../protocol/limits.ts'
import type { RoomMessage } from '../../../../protocol/page-edge/messages.ts'

type Place = Pick<RoomMessage, 'id' | 'at'>

/**
 * By which content keys a room's messages were sealed, in the room's order (K38): whoever was put out has the older ones, and an edge
 * could put into the history what they say since. So no older key follows a newer one, but for what was on its way when keys changed.
 */
export class KeyOrder {
  /** The first message under each key. */
  readonly #first = new Map<number, Place>()

  /** Whether a message of that key can stand there; it is noted then. */
  take(key: number, { id, at }: Place): boolean {
    const isLate = [...this.#first].some(
      ([newer, first]) => newer > key && first.id < id && first.at + OLD_CONTENT_KEY_GRACE_MS < at,
    )
    if (isLate) return false
    const first = this.#first.get(key)
    if (first === undefined || id < first.id) this.#first.set(key, { id, at })
    return true
  }

  /** Messages are counted anew. */
  beginAnew(): void {
    this.#first.clear()
  }
}
