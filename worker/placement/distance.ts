import { expectedRoundTripsFrom } from './geography.ts'
import type { PlaceableNode } from './placeable-node.ts'
import type { PlacementRequest } from './placement-request.ts'
import { UNKNOWN_PLACE_MS } from './thresholds.ts'

/** How far a node is from the people, as a round trip in ms; null where that is not known. */
export type DistanceOf = (node: PlaceableNode) => number | null

/** By what the page has measured. It includes the last miles, which the distance does not: the two are never compared. */
export function byMeasurement(measuredNodes: PlacementRequest['measuredNodes']): DistanceOf {
  return (known) => measuredNodes.find(({ node }) => node === known.node)?.roundTripMs ?? null
}

/** By the distance from the people's place; where that is not known, all nodes are alike. */
export function byDistance({ hint }: Pick<PlacementRequest, 'hint'>): DistanceOf {
  if (hint === null) return () => 0
  const expectedMs = expectedRoundTripsFrom(hint)
  return ({ at }) => (at === null ? UNKNOWN_PLACE_MS : expectedMs(at))
}
