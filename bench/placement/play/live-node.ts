import type { CarriedLoad, PlaceableNode } from '../../../worker/placement/placeable-node.ts'
import type { Demand } from '../../../worker/placement/placement-request.ts'
import { type Region, regionAt } from '../../../worker/placement/regions.ts'
import { isWithin, type LentNode } from '../world/lent-node.ts'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

const idle = (): Mutable<CarriedLoad> => ({
  rooms: 0,
  people: 0,
  consumers: 0,
  cpu: 0,
  bitsPerSecond: 0,
  bytesThisMonth: 0,
})

/** A node in the course of the day: what it carries really, and what the directory knows of that. */
export class LiveNode {
  readonly index: number
  readonly region: Region
  readonly #lent: LentNode
  readonly #strength: number
  readonly #load = idle()
  readonly #knownLoad = idle()
  /** Whether it carries something else than the directory knows. */
  #changed = false
  readonly #known: Mutable<PlaceableNode>
  /** It, with what it carries really. */
  readonly real: PlaceableNode
  /** Rooms on it, by index. */
  readonly rooms = new Set<number>()
  there: boolean

  constructor(index: number, lent: LentNode, now: number) {
    const { node, at, capacity, limits } = lent
    this.index = index
    this.region = regionAt(at)
    this.#lent = lent
    this.#strength = lent.strength
    this.there = lent.thereAtFirst
    const availability = isWithin(lent, now) ? 'active' : 'paused'
    this.#known = { node, at, capacity, limits, availability, reachable: true, load: this.#knownLoad }
    this.real = { ...this.#known, load: this.#load }
  }

  /** It, as it was when it was last heard. */
  get known(): PlaceableNode {
    return this.#known
  }

  /** The directory hears it, also of whether it takes new rooms at that hour. */
  beHeard(now: number): void {
    this.#known.availability = isWithin(this.#lent, now) ? 'active' : 'paused'
    if (!this.#changed) return
    Object.assign(this.#knownLoad, this.#load)
    this.#changed = false
  }

  /** Carries that more for a room; less with `times` -1. */
  carry({ consumers, bitsPerSecond, people }: Demand, times: 1 | -1): void {
    const load = this.#load
    this.#changed = true
    load.consumers += times * consumers
    load.bitsPerSecond += times * bitsPerSecond
    load.people += times * people
    load.rooms = this.rooms.size
    load.cpu = Math.min(1, load.consumers / (this.real.capacity * this.#strength))
  }
}
