import type { NodeId } from '../../protocol/ids.ts'
import { pickNear, type Random } from './pick-near.ts'
import type { PlaceableNode } from './placeable-node.ts'
import type { PlacementRequest } from './placement-request.ts'
import { qualifies } from './qualifies.ts'
import { STAY_MS } from './thresholds.ts'
import { leastLoadedOf, type WeighedNode, weigh } from './weighed-node.ts'
import { byDistance, byMeasurement, type Yardstick } from './yardsticks.ts'

/**
 * The node for whoever asks, `now` (ms since the epoch): of those that every policy lets have it, a near one that is not
 * loaded; the room's own unless that is loaded or another is clearly nearer; the least loaded where all are. Null only where none
 * qualifies.
 */
export function place(
  nodes: readonly PlaceableNode[],
  request: PlacementRequest,
  now: number,
  random: Random,
): NodeId | null {
  const own = nodes
    .filter(({ node }) => request.on.includes(node))
    .filter((each) => qualifies(each, request, now))
  const staying = stayAtOnce(own, request, random)
  if (staying) return staying.known.node
  const fit = nodes.filter((each) => qualifies(each, request, now))
  const chosen =
    choose(fit, own, byMeasurement(request), request, random) ??
    choose(fit, own, byDistance(request), request, random) ??
    // Everybody is loaded. Another node would only add a link between nodes to a room that has one already.
    leastLoadedOf(weigh(own.length > 0 ? own : fit, byDistance(request), request.brings))
  return chosen?.known.node ?? null
}

/** One of the room's own nodes, where it is so near that none can be clearly nearer: most newcomers need no search. */
function stayAtOnce(
  own: readonly PlaceableNode[],
  request: PlacementRequest,
  random: Random,
): WeighedNode | null {
  if (own.length === 0) return null
  const yardstick = request.measured.length > 0 ? byMeasurement(request) : byDistance(request)
  const home = pickNear(weigh(own, yardstick, request.brings), random)
  return home && home.awayMs <= STAY_MS ? home : null
}

/** The choice by one yardstick; null where it knows no node that is not loaded, or cannot compare the room's own. */
function choose(
  fit: readonly PlaceableNode[],
  own: readonly PlaceableNode[],
  yardstick: Yardstick,
  { brings }: PlacementRequest,
  random: Random,
): WeighedNode | null {
  const owned = weigh(own, yardstick, brings)
  if (own.length > 0 && owned.length === 0) return null
  const home = pickNear(owned, random)
  const other = pickNear(weigh(fit, yardstick, brings), random)
  if (home && other && home.awayMs <= other.awayMs + STAY_MS) return home
  return other
}
