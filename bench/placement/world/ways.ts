import { expectedRoundTripsFrom } from '../../../worker/placement/geography.ts'
import type { City } from './cities.ts'
import type { Draws } from './draws.ts'
import type { LentNode } from './lent-node.ts'

/** No cable is as short as the way of the bird. */
const SHORTEST = 0.55
/** How much ways of the same length differ (log-normal). */
const DEVIATION = 0.35

/** How long the ways of this world really are, which nobody knows who does not measure: as round trips in ms. */
export class Ways {
  readonly #nodes: readonly LentNode[]
  readonly #byCity: readonly Float64Array[]

  constructor(nodes: readonly LentNode[], cities: readonly City[], draws: Draws) {
    this.#nodes = nodes
    this.#byCity = cities.map((city) => {
      const expectedMs = expectedRoundTripsFrom(city)
      return Float64Array.from(nodes, ({ at, lastMileMs }) => {
        const detour = Math.max(SHORTEST, Math.exp(draws.normal(0, DEVIATION)))
        return lastMileMs + detour * expectedMs(at)
      })
    })
  }

  /** From a city to a node, both by index; the last mile of whoever is there is left out, being the same to all. */
  toNode(city: number, node: number): number {
    return this.#byCity[city]?.[node] ?? Number.NaN
  }

  betweenNodes(one: number, other: number): number {
    const [from, to] = [this.#nodes[one], this.#nodes[other]]
    if (!from || !to) return Number.NaN
    return one === other ? 0 : from.lastMileMs + to.lastMileMs + expectedRoundTripsFrom(from.at)(to.at)
  }
}
