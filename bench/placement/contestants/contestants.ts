import type { NodeId } from '../../../protocol/ids.ts'
import { candidates } from '../../../worker/placement/candidates.ts'
import { place } from '../../../worker/placement/place.ts'
import type { PlacementRequest } from '../../../worker/placement/placement-request.ts'
import { qualifies } from '../../../worker/placement/policies.ts'
import type { LiveNode } from '../play/live-node.ts'
import type { Swarm } from '../play/swarm.ts'
import type { Draws } from '../world/draws.ts'
import type { HeldRoom } from '../world/held-room.ts'
import type { World } from '../world/world.ts'
import { omniscient } from './omniscient.ts'
import { oursByRegion } from './regional.ts'

/** Who asks for a node. */
export interface Asking {
  readonly room: HeldRoom
  /** Index of the city where they really are. */
  readonly city: number
  readonly request: PlacementRequest
}

/** What a choice may look at. Only one that knows all looks at more than the directory does. */
export interface Scene {
  readonly world: World
  readonly swarm: Swarm
  readonly draws: Draws
  /** Takes how many regions a choice asked. */
  readonly askedRegions: (count: number) => void
}

/** A way of choosing nodes. */
export interface Contestant {
  readonly name: string
  readonly title: string
  /** Whether newcomers ask, too; else they go where their room is. */
  readonly spreads: boolean
  readonly choose: (asking: Asking, scene: Scene) => NodeId | null
}

export const CONTESTANTS: readonly Contestant[] = [
  { name: 'random', title: 'random', spreads: false, choose: randomly },
  { name: 'least-loaded', title: 'least loaded', spreads: false, choose: leastLoaded },
  { name: 'nearest', title: 'nearest on the map', spreads: false, choose: nearest },
  { name: 'ours', title: 'ours, by the map', spreads: true, choose: ours },
  { name: 'ours-by-region', title: 'ours, by region', spreads: true, choose: oursByRegion },
  { name: 'ours-probing', title: 'ours, probing', spreads: true, choose: oursProbing },
  { name: 'omniscient', title: 'greedy, knows all', spreads: false, choose: omniscient },
]

/** Any that every policy lets have it, each as likely as another. */
function randomly({ request }: Asking, { swarm, draws }: Scene): NodeId | null {
  const left = [...swarm.known]
  while (left.length > 0) {
    const [drawn] = left.splice(Math.floor(draws.next() * left.length), 1)
    if (drawn && qualifies(drawn, request)) return drawn.node
  }
  return null
}

/** By consumers for capacity, as the last heartbeats told it. */
function leastLoaded({ request }: Asking, { swarm }: Scene): NodeId | null {
  return swarm.leastLoadedFirst.find((node) => qualifies(node, request))?.node ?? null
}

/** By the distance from where the address seems to be; the first of all where it seems to be nowhere. */
function nearest({ request }: Asking, { swarm }: Scene): NodeId | null {
  const fits = ({ there, known }: LiveNode): boolean => there && qualifies(known, request)
  return swarm.nearestFirst(request.hint).find(fits)?.known.node ?? null
}

function ours({ request }: Asking, { swarm, draws }: Scene): NodeId | null {
  return place(swarm.known, request, draws.next)?.node ?? null
}

/** Whoever opens a room probes the candidates first, and finds the round trip within a tenth. */
function oursProbing(asking: Asking, scene: Scene): NodeId | null {
  const { request, city } = asking
  const { swarm, draws, world } = scene
  if (request.on.length > 0) return ours(asking, scene)
  const measuredNodes = candidates(swarm.known, request.hint, draws.next).map((node) => ({
    node,
    roundTripMs: world.ways.toNode(city, swarm.find(node).index) * draws.between(1, 1.1),
  }))
  return ours({ ...asking, request: { ...request, measuredNodes } }, scene)
}
