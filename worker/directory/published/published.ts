import type { ListedNode } from '../../../protocol/http/lending.ts'
import type { Swarm } from '../../../protocol/http/swarm.ts'
import type { Env } from '../../env.ts'
import type { KnownRegions } from '../registry/known-regions.ts'
import type { NodeRegistry } from '../registry/node-registry.ts'
import type { RegionNodes, RegionView } from '../registry/region-nodes.ts'
import { askRegions } from './all-regions.ts'
import { listNodes } from './node-list.ts'
import { swarmOf } from './swarm.ts'

/**
 * What anybody may ask for is made anew so often at most, in ms; sooner where nodes of this region come, go, or are to be
 * otherwise.
 */
const KEPT_MS = 1_000

interface Parts {
  readonly registry: NodeRegistry
  readonly nodes: RegionNodes
  readonly regions: KnownRegions
}

/** What is published of the nodes of all regions. However many ask, each region is asked once a second. */
export class Published {
  readonly #env: Env
  readonly #parts: Parts
  #swarm: { readonly swarm: Promise<Swarm>; readonly until: number } | null = null
  #others: { readonly count: Promise<number>; readonly until: number } | null = null

  constructor(env: Env, parts: Parts) {
    this.#env = env
    this.#parts = parts
  }

  /** What was made of this region is no longer so. */
  changed(): void {
    this.#swarm = null
  }

  /** All nodes that may dial, or might once. */
  async nodes(): Promise<ListedNode[]> {
    const { registry, nodes, regions } = this.#parts
    const others = regions.all()
    const views: RegionView[] = await askRegions(this.#env, others, (directory) =>
      directory.repeat((object) => object.view()),
    )
    return listNodes(registry.all(), [nodes.view(), ...views])
  }

  /** Who carries the rooms, as everybody may know it. */
  swarm(): Promise<Swarm> {
    const now = Date.now()
    if (this.#swarm !== null && now < this.#swarm.until) return this.#swarm.swarm
    const swarm = this.nodes().then(swarmOf)
    this.#swarm = { swarm, until: now + KEPT_MS }
    return swarm
  }

  /** How many nodes were heard lately, in all regions. */
  async count(): Promise<number> {
    return this.#parts.nodes.count() + (await this.#countOthers())
  }

  #countOthers(): Promise<number> {
    const now = Date.now()
    if (this.#others !== null && now < this.#others.until) return this.#others.count
    const counts = askRegions(this.#env, this.#parts.regions.all(), (directory) =>
      directory.repeat((object) => object.count()),
    )
    const count = counts.then((each) => each.reduce((sum, one) => sum + one, 0))
    this.#others = { count, until: now + KEPT_MS }
    return count
  }
}
