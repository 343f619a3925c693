import type { NodeId } from '../../../protocol/ids.ts'
import { byDistance } from '../../../worker/placement/distance.ts'
import type { GeoPoint } from '../../../worker/placement/geography.ts'
import type { PlaceableNode } from '../../../worker/placement/placeable-node.ts'
import type { Region } from '../../../worker/placement/regions.ts'
import { DAY_BEGINS } from '../world/clock.ts'
import type { World } from '../world/world.ts'
import { LiveNode } from './live-node.ts'

/** All nodes in the course of the day. */
export class Swarm {
  readonly #nodes: readonly LiveNode[]
  readonly #byId: ReadonlyMap<NodeId, LiveNode>
  /** Those that are there. */
  there: readonly LiveNode[] = []
  /** The same, as the directory knows them. */
  known: readonly PlaceableNode[] = []

  readonly #nearestFirst = new Map<GeoPoint | null, readonly LiveNode[]>()
  #leastLoadedFirst: readonly PlaceableNode[] | null = null
  #byRegion: ReadonlyMap<Region, readonly PlaceableNode[]> | null = null

  constructor({ nodes }: World) {
    this.#nodes = nodes.map((lent, index) => new LiveNode(index, lent, DAY_BEGINS))
    this.#byId = new Map(this.#nodes.map((node) => [node.real.node, node]))
    this.#count()
  }

  find(id: NodeId): LiveNode {
    const node = this.#byId.get(id)
    if (!node) throw new Error(`${id} is no node of this world`)
    return node
  }

  /** A node goes or comes: the directory learns it at once. */
  turn(index: number, now: number): LiveNode {
    const node = this.#nodes[index]
    if (!node) throw new Error(`there is no node ${index}`)
    node.there = !node.there
    node.beHeard(now)
    this.#count()
    return node
  }

  /** All nodes tell their load. */
  beHeard(now: number): void {
    for (const node of this.there) node.beHeard(now)
    this.#leastLoadedFirst = null
  }

  /** All that are known, by consumers for capacity. */
  get leastLoadedFirst(): readonly PlaceableNode[] {
    const share = ({ load, capacity }: PlaceableNode): number => load.consumers / capacity
    this.#leastLoadedFirst ??= this.known.toSorted((a, b) => share(a) - share(b))
    return this.#leastLoadedFirst
  }

  /** The same, by the region in which they are. */
  get byRegion(): ReadonlyMap<Region, readonly PlaceableNode[]> {
    if (this.#byRegion) return this.#byRegion
    const byRegion = Map.groupBy(this.there, ({ region }) => region)
    this.#byRegion = new Map(
      Array.from(byRegion, ([region, nodes]) => [region, nodes.map(({ known }) => known)]),
    )
    return this.#byRegion
  }

  /** All nodes, whether they are there or not, by their distance on the map. */
  nearestFirst(hint: GeoPoint | null): readonly LiveNode[] {
    const before = this.#nearestFirst.get(hint)
    if (before) return before
    const awayMs = byDistance({ hint })
    const sorted = this.#nodes
      .map((node) => ({ node, ms: awayMs(node.real) ?? Number.POSITIVE_INFINITY }))
      .sort((a, b) => a.ms - b.ms)
      .map(({ node }) => node)
    this.#nearestFirst.set(hint, sorted)
    return sorted
  }

  #count(): void {
    this.there = this.#nodes.filter((node) => node.there)
    this.known = this.there.map((node) => node.known)
    this.#leastLoadedFirst = null
    this.#byRegion = null
  }
}
