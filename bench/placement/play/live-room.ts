import type { Demand } from '../../../worker/placement/placement-request.ts'
import { demandOf } from '../world/demand.ts'
import type { HeldRoom } from '../world/held-room.ts'
import type { LiveNode } from './live-node.ts'

/** A room in the course of the day. */
export class LiveRoom {
  readonly held: HeldRoom
  readonly #index: number
  /** The node of each attendee who has joined; null for whom there was none. */
  readonly places: (LiveNode | null)[] = []
  readonly #charged = new Map<LiveNode, Demand>()

  constructor(index: number, held: HeldRoom) {
    this.#index = index
    this.held = held
  }

  /** The nodes that it is on. */
  get nodes(): readonly LiveNode[] {
    return [...this.#charged.keys()]
  }

  join(node: LiveNode | null): void {
    this.places.push(node)
    this.#charge()
  }

  /** Whoever was on a node goes to another, or nowhere. */
  move(from: LiveNode, to: LiveNode | null): void {
    for (const [attendee, node] of this.places.entries()) if (node === from) this.places[attendee] = to
    this.#charge()
  }

  end(): void {
    this.places.length = 0
    this.#charge()
  }

  /** What whoever is on that node costs it. */
  demandOn(node: LiveNode): Demand {
    const here = this.places.filter((each) => each === node).length
    return demandOf(here, this.places.length, this.#charged.size - 1)
  }

  /** The nodes carry what the room costs them now, no longer what it did before. */
  #charge(): void {
    for (const [node, before] of this.#charged) {
      node.rooms.delete(this.#index)
      node.carry(before, -1)
    }
    this.#charged.clear()
    const here = new Map<LiveNode, number>()
    for (const node of this.places) if (node) here.set(node, (here.get(node) ?? 0) + 1)
    for (const [node, people] of here) {
      const demand = demandOf(people, this.places.length, here.size - 1)
      this.#charged.set(node, demand)
      node.rooms.add(this.#index)
      node.carry(demand, 1)
    }
  }
}
