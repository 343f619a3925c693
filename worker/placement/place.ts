import { byDistance, byMeasurement } from './distance.ts'
import { pickNear, type Random } from './pick-near.ts'
import type { PlaceableNode } from './placeable-node.ts'
import type { PlacementRequest } from './placement-request.ts'
import { STAY_MS } from './thresholds.ts'
import { isLoaded, leastLoadedOf, type WeighedNode, weighFit } from './weighed-node.ts'

/**
 * The node for whoever asks: the one that they prefer, if it qualifies and is not loaded; else, of those that every
 * policy lets have it, a near one that is not loaded; the room's own unless that is loaded or another is clearly nearer;
 * the least loaded where all are. Null only where none qualifies.
 */
export function place(
  nodes: readonly PlaceableNode[],
  request: PlacementRequest,
  random: Random,
): PlaceableNode | null {
  const preferred = preferredOf(nodes, request)
  if (preferred) return preferred.known
  const { measuredNodes, on } = request
  const own = on.length === 0 ? [] : nodes.filter(({ node }) => on.includes(node))
  const ownByDistance = weighFit(own, byDistance(request), request)
  const ownMeasured = weighFit(own, byMeasurement(measuredNodes), request)
  // Where none of the room's own was measured, the others' measurements say nothing of which is nearer.
  if (ownMeasured.length > 0 || ownByDistance.length === 0) {
    const probed = () => weighFit(nodes, byMeasurement(measuredNodes), request)
    const chosen = measuredNodes.length === 0 ? null : choose(ownMeasured, probed, random)
    if (chosen) return chosen.known
  }
  const all = () => weighFit(nodes, byDistance(request), request)
  const chosen = choose(ownByDistance, all, random)
  if (chosen) return chosen.known
  // Everybody is loaded. Another node would only add a link between nodes to a room that has one already.
  return leastLoadedOf(ownByDistance.length > 0 ? ownByDistance : all())?.known ?? null
}

function preferredOf(nodes: readonly PlaceableNode[], request: PlacementRequest): WeighedNode | undefined {
  const named = nodes.filter(({ node }) => node === request.preferredNode)
  return weighFit(named, () => 0, request).find((each) => !isLoaded(each))
}

/** One of the room's own nodes, or one of all that is clearly nearer; null where all are loaded. */
function choose(
  own: readonly WeighedNode[],
  all: () => readonly WeighedNode[],
  random: Random,
): WeighedNode | null {
  const home = pickNear(own, random)
  // None can be clearly nearer than that: most newcomers need no search.
  if (home && home.awayMs <= STAY_MS) return home
  const other = pickNear(all(), random)
  return home && other && home.awayMs <= other.awayMs + STAY_MS ? home : other
}
