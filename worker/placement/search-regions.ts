import type { NodeId } from '../../protocol/ids.ts'
import { byDistance } from './distance.ts'
import { loadOf } from './load.ts'
import type { Random } from './pick-near.ts'
import { place } from './place.ts'
import type { PlaceableNode } from './placeable-node.ts'
import type { PlacementRequest } from './placement-request.ts'
import { leastAwayMs, type Region, regionAt } from './regions.ts'
import { LOADED_ABOVE, NEAR_MS, STAY_MS } from './thresholds.ts'

/** The node that one region has for whoever asks. */
export interface Offer {
  readonly node: NodeId
  /** By the distance: measurements of one region say nothing of another's. */
  readonly awayMs: number
  /** 1 being all that it can carry. */
  readonly load: number
}

/** What a region answers: its node, null where it has none, and all regions that have nodes, as far as it knows. */
export interface RegionAnswer<Of extends Offer = Offer> {
  readonly offer: Of | null
  readonly regions: readonly Region[]
}

/** The node of these that `place` takes, with what regions are compared by. */
export function offerOf(
  nodes: readonly PlaceableNode[],
  request: PlacementRequest,
  random: Random,
): Offer | null {
  const chosen = place(nodes, request, random)
  if (!chosen) return null
  const { node } = chosen
  return { node, awayMs: byDistance(request)(chosen) ?? 0, load: loadOf(chosen, request.brings) }
}

/**
 * Finds a node in all regions, and asks few of them: that of whoever asks, and those of the room's own nodes; then others
 * that can have one that is clearly nearer; and all, the nearest first, where nobody had any yet. Yields the regions to be
 * asked together, and takes their answers; of a region that did not answer there is none.
 *
 * @param own - The regions of the room's own nodes.
 */
export function* searchRegions<Of extends Offer>(
  request: PlacementRequest,
  own: readonly Region[],
): Generator<readonly Region[], Of | null, readonly RegionAnswer<Of>[]> {
  const awayMs = leastAwayMs(request.hint)
  const asked = new Set([regionAt(request.hint), ...own])
  const answers = [...(yield [...asked])]
  const left = (): Region[] =>
    [...new Set(answers.flatMap(({ regions }) => regions))]
      .filter((region) => !asked.has(region))
      .sort((one, other) => awayMs(one) - awayMs(other))
  const chosen = () =>
    chooseOffer(
      answers.flatMap(({ offer }) => offer ?? []),
      request,
    )
  const first = chosen()
  const nearer = left().filter((region) => first && awayMs(region) < worthLeavingMs(first, request))
  for (const region of nearer) asked.add(region)
  if (nearer.length > 0) answers.push(...(yield nearer))
  for (let best = chosen(); ; best = chosen()) {
    const [next] = left()
    if (best || next === undefined) return best
    asked.add(next)
    answers.push(...(yield [next]))
  }
}

/** Another node has to be nearer than that to be worth a question: nearer at all where the best is loaded. */
function worthLeavingMs({ node, awayMs, load }: Offer, { on }: PlacementRequest): number {
  if (load > LOADED_ABOVE) return awayMs
  return awayMs - (on.includes(node) ? STAY_MS : NEAR_MS)
}

/** The best of what regions offer, by the rules by which each has chosen among its own; null where there is nothing. */
function chooseOffer<Of extends Offer>(offers: readonly Of[], request: PlacementRequest): Of | null {
  const preferred = offers.find(({ node, load }) => node === request.preferredNode && load <= LOADED_ABOVE)
  if (preferred) return preferred
  const isOwn = ({ node }: Offer): boolean => request.on.includes(node)
  const free = offers.filter(({ load }) => load <= LOADED_ABOVE)
  if (free.length === 0) {
    const own = offers.filter(isOwn)
    return leastBy(own.length > 0 ? own : offers, ({ load }) => load)
  }
  const home = leastBy(free.filter(isOwn), ({ awayMs }) => awayMs)
  const others = free.filter((each) => !isOwn(each))
  const nearestMs = Math.min(...others.map(({ awayMs }) => awayMs))
  const other = leastBy(
    others.filter(({ awayMs }) => awayMs <= nearestMs + NEAR_MS),
    ({ load }) => load,
  )
  if (home && other) return home.awayMs <= other.awayMs + STAY_MS ? home : other
  return home ?? other
}

const leastBy = <Of>(all: readonly Of[], measure: (each: Of) => number): Of | null =>
  all.reduce<Of | null>((least, each) => (least && measure(least) <= measure(each) ? least : each), null)
