import type { NodeId } from '../../protocol/ids.ts'
import { byDistance } from './distance.ts'
import { distancesFrom, type GeoPoint } from './geography.ts'
import { pickNear, type Random } from './pick-near.ts'
import type { PlaceableNode } from './placeable-node.ts'
import { NEW_ROOM } from './placement-request.ts'
import { MAX_CANDIDATES, SAME_SITE_KM, WORTH_PROBING_MS } from './thresholds.ts'
import { isLoaded, nearestOf, type WeighedNode, weighFit } from './weighed-node.ts'

/**
 * Up to `MAX_CANDIDATES` nodes that are worth a probe by somebody at `hint`: near, not loaded, and at different places as long as there are such. Best first; none where all are loaded.
 */
export function candidates(
  nodes: readonly PlaceableNode[],
  hint: GeoPoint | null,
  random: Random,
): readonly NodeId[] {
  const request = { hint, measuredNodes: [], preferredNode: null, avoid: [], on: [], brings: NEW_ROOM }
  const free = weighFit(nodes, byDistance(request), request).filter((each) => !isLoaded(each))
  const worthy = nearestOf(free, WORTH_PROBING_MS)
  const chosen: WeighedNode[] = []
  let elsewhere = worthy
  while (chosen.length < Math.min(MAX_CANDIDATES, worthy.length)) {
    const left = elsewhere.length > 0 ? elsewhere : worthy.filter((each) => !chosen.includes(each))
    const next = pickNear(left, random)
    if (!next) break
    chosen.push(next)
    const sameSite = atSiteOf(next)
    elsewhere = elsewhere.filter((each) => each !== next && !sameSite(each))
  }
  return chosen.map(({ known }) => known.node)
}

/** At least. */
const KM_PER_DEGREE_OF_LATITUDE = 110

/** Whether another stands at the same site, so that one probe says it of both. */
function atSiteOf({ known: { at } }: WeighedNode): (other: WeighedNode) => boolean {
  if (at === null) return () => false
  const km = distancesFrom(at)
  // Most are too far north or south already: that is quicker to tell.
  const isNear = (to: GeoPoint): boolean =>
    Math.abs(to.latitude - at.latitude) <= SAME_SITE_KM / KM_PER_DEGREE_OF_LATITUDE && km(to) <= SAME_SITE_KM
  return ({ known: other }) => other.at !== null && isNear(other.at)
}
