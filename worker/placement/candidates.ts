import type { NodeId } from '../../protocol/ids.ts'
import { type GeoPoint, greatCircleKm } from './geography.ts'
import { pickNear, type Random } from './pick-near.ts'
import type { PlaceableNode } from './placeable-node.ts'
import { NEW_ROOM } from './placement-request.ts'
import { qualifies } from './qualifies.ts'
import { MAX_CANDIDATES, SAME_SITE_KM, WORTH_PROBING_MS } from './thresholds.ts'
import { isLoaded, nearestOf, type WeighedNode, weigh } from './weighed-node.ts'
import { byDistance } from './yardsticks.ts'

/**
 * Up to `MAX_CANDIDATES` nodes that are worth a probe by somebody at `hint`, `now` (ms since the epoch): near, not loaded,
 * and at different places as long as there are such. Best first; none where all are loaded.
 */
export function candidates(
  nodes: readonly PlaceableNode[],
  hint: GeoPoint | null,
  now: number,
  random: Random,
): readonly NodeId[] {
  const request = { hint, measured: [], avoid: [], on: [], brings: NEW_ROOM }
  const fit = nodes.filter((each) => qualifies(each, request, now))
  const free = weigh(fit, byDistance(request), request.brings).filter((each) => !isLoaded(each))
  const worthy = nearestOf(free, WORTH_PROBING_MS)
  const chosen: WeighedNode[] = []
  while (chosen.length < MAX_CANDIDATES) {
    const rest = worthy.filter((each) => !chosen.includes(each))
    const elsewhere = rest.filter((each) => !chosen.some((other) => shareSite(each, other)))
    const next = pickNear(elsewhere.length > 0 ? elsewhere : rest, random)
    if (!next) break
    chosen.push(next)
  }
  return chosen.map(({ known }) => known.node)
}

function shareSite({ known: one }: WeighedNode, { known: other }: WeighedNode): boolean {
  return one.at !== null && other.at !== null && greatCircleKm(one.at, other.at) <= SAME_SITE_KM
}
