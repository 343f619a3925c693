import type { DistanceOf } from './distance.ts'
import { loadOf } from './load.ts'
import type { PlaceableNode } from './placeable-node.ts'
import type { PlacementRequest } from './placement-request.ts'
import { qualifies } from './policies.ts'
import { LOADED_ABOVE } from './thresholds.ts'

/** A node with all that the choice is made by. */
export interface WeighedNode {
  readonly known: PlaceableNode
  /** How far it is from the people, as a round trip. */
  readonly awayMs: number
  /** How loaded it would be, 1 being all that it can carry. */
  readonly load: number
}

/** Those of the nodes that qualify for what is asked, and whose distance is known. */
export function weighFit(
  nodes: readonly PlaceableNode[],
  distanceOf: DistanceOf,
  request: PlacementRequest,
): readonly WeighedNode[] {
  const weighed: WeighedNode[] = []
  for (const known of nodes) {
    const awayMs = distanceOf(known)
    if (awayMs === null || !qualifies(known, request)) continue
    weighed.push({ known, awayMs, load: loadOf(known, request.brings) })
  }
  return weighed
}

export const isLoaded = ({ load }: WeighedNode): boolean => load > LOADED_ABOVE

/** Those whose round trip is longer than the shortest by `toleranceMs` at most. */
export function nearestOf(nodes: readonly WeighedNode[], toleranceMs: number): readonly WeighedNode[] {
  let best = Number.POSITIVE_INFINITY
  for (const { awayMs } of nodes) best = Math.min(best, awayMs)
  return nodes.filter(({ awayMs }) => awayMs <= best + toleranceMs)
}

/** The least loaded, the first by name where they are alike; null where there is none. */
export function leastLoadedOf(nodes: readonly WeighedNode[]): WeighedNode | null {
  const before = (a: WeighedNode, b: WeighedNode): boolean =>
    a.load === b.load ? a.known.node < b.known.node : a.load < b.load
  return nodes.reduce<WeighedNode | null>(
    (least, each) => (least && before(least, each) ? least : each),
    null,
  )
}
