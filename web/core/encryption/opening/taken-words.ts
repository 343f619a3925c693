import { rulesOf } from '../../../../protocol/page-edge/message-kinds.ts'
import type { RoomMessage } from '../../../../protocol/page-edge/messages.ts'
import type { Stay } from '../stay.ts'

/** A message that opened: the number that its sender gave it, and what the edge made of it. */
interface Taken extends Pick<RoomMessage, 'id' | 'kind'> {
  readonly stay: Stay
  readonly number: number
}

interface Place {
  readonly id: number
  readonly number: number
}

/**
 * Which sealed messages were taken already (K4): each counts once, under one number of the room's, however often the edge brings it;
 * and what latecomers get of a sender stands in the order in which it was sealed. Parts of files know their places themselves.
 */
export class TakenWords {
  readonly #ids = new Map<string, number>()
  readonly #live = new Set<string>()
  /** By stay and kind, in order. */
  readonly #order = new Map<string, Place[]>()

  /** Whether it is not one that came before in another place, nor once more as if it were said now; it is noted then. */
  take({ stay, number, id, kind }: Taken, now: boolean): boolean {
    const key = `${stay} ${number}`
    const before = this.#ids.get(key)
    if (before !== undefined && (before !== id || (now && this.#live.has(key)))) return false
    if (
      before === undefined &&
      rulesOf(kind).kept !== 'none' &&
      !this.#fits(`${stay} ${kind}`, { id, number })
    )
      return false
    this.#ids.set(key, id)
    if (now) this.#live.add(key)
    return true
  }

  /** What was said is counted by other numbers from now on; what we heard once is not said again all the same. */
  beginAnew(): void {
    this.#ids.clear()
    this.#order.clear()
  }

  /** Nearly always the last: only history that comes late has to find its place. */
  #fits(line: string, place: Place): boolean {
    const places = this.#order.get(line) ?? []
    const after = places.findLastIndex(({ number }) => number < place.number) + 1
    const [earlier, later] = [places[after - 1], places[after]]
    if (later?.number === place.number) return false
    if ((earlier && earlier.id >= place.id) || (later && later.id <= place.id)) return false
    places.splice(after, 0, place)
    this.#order.set(line, places)
    return true
  }
}
