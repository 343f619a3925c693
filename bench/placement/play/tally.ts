import { loadOf } from '../../../worker/placement/load.ts'
import type { Ways } from '../world/ways.ts'
import type { LiveNode } from './live-node.ts'
import type { LiveRoom } from './live-room.ts'
import type { Swarm } from './swarm.ts'

/** A node is strained that carries more than this share of what it can. */
const STRAINED_ABOVE = 0.8

const NOTHING = { consumers: 0, bitsPerSecond: 0, people: 0 }

/** What is told of many figures. */
export interface Quantiles {
  readonly p50: number
  readonly p95: number
  readonly max: number
}

export function quantilesOf(values: readonly number[]): Quantiles {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

/** Null where there is nothing. */
const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length

/** What one way of choosing nodes made of the day. */
export class Tally {
  readonly #ways: Ways
  readonly #loads: number[] = []
  readonly #toNodeMs: number[] = []
  readonly #betweenTwoMs: number[] = []
  readonly #regionsAsked: number[] = []
  #looks = 0
  #strained = 0
  #ended = 0
  #nodesOfEnded = 0
  moved = 0
  refused = 0

  constructor(ways: Ways) {
    this.#ways = ways
  }

  /** Looks at every node and room. */
  look(swarm: Swarm, rooms: Iterable<LiveRoom>): void {
    const loads = new Map<LiveNode, number>(swarm.there.map((node) => [node, loadOf(node.real, NOTHING)]))
    for (const load of loads.values()) this.#loads.push(load)
    for (const { nodes } of rooms) {
      this.#looks += 1
      if (nodes.some((node) => (loads.get(node) ?? 0) > STRAINED_ABOVE)) this.#strained += 1
    }
  }

  askedRegions(count: number): void {
    this.#regionsAsked.push(count)
  }

  joined(city: number, node: LiveNode): void {
    this.#toNodeMs.push(this.#ways.toNode(city, node.index))
  }

  /** A room ends: the way between its first and its last attendee, through the nodes of both, stands for all pairs. */
  ended({ held, places, nodes }: LiveRoom): void {
    this.#ended += 1
    this.#nodesOfEnded += nodes.length
    const [one, other] = [places.at(0), places.at(-1)]
    const [first, last] = [held.attendees[0], held.attendees.at(-1)]
    if (!one || !other || !last || first === last) return
    const ends = this.#ways.toNode(first.city, one.index) + this.#ways.toNode(last.city, other.index)
    this.#betweenTwoMs.push(ends + this.#ways.betweenNodes(one.index, other.index))
  }

  summary() {
    return {
      load: quantilesOf(this.#loads),
      strainedShare: this.#strained / this.#looks,
      toNodeMs: quantilesOf(this.#toNodeMs),
      betweenTwoMs: quantilesOf(this.#betweenTwoMs),
      regionsAsked: meanOf(this.#regionsAsked),
      moved: this.moved,
      refused: this.refused,
      nodesPerRoom: this.#nodesOfEnded / this.#ended,
    }
  }
}
