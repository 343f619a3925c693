import * as v from 'valibot'
import { NodeId } from '../../../protocol/ids.ts'
import type { GeoPoint } from '../../../worker/placement/geography.ts'
import type { LenderLimits } from '../../../worker/placement/placeable-node.ts'
import type { City } from './cities.ts'
import { DAY_BEGINS, DAY_MS, HOUR_MS, MINUTE_MS } from './clock.ts'
import type { Draws } from './draws.ts'

/** A node as its lender set it up, and how it comes and goes in that day. */
export interface LentNode {
  readonly node: NodeId
  readonly at: GeoPoint
  /** Consumers that it says it can carry. */
  readonly capacity: number
  /** How many of those its processors really carry, for each that it says. */
  readonly strength: number
  /** The round trip of its own last mile. */
  readonly lastMileMs: number
  readonly limits: LenderLimits
  /** When it takes new rooms; null for at any time. */
  readonly hours: Hours | null
  /** Whether it is there when the day begins. */
  readonly thereAtFirst: boolean
  /** When it goes if it is there, comes if it is not, goes again … (ms since the epoch). */
  readonly turns: readonly number[]
}

/** Hours of the day in UTC. */
interface Hours {
  readonly from: number
  readonly to: number
}

const UNLIMITED: LenderLimits = { bitsPerSecond: null, bytesPerMonth: null, rooms: null, people: null }
/** Evening in France, in winter. */
const EVENING: Hours = { from: 17, to: 22 }

const SIZES = [250, 500, 1_000, 2_000] as const
const HOME_SIZES = [60, 30, 10, 0]
const SERVER_SIZES = [25, 35, 30, 10]

/** Two in five are machines at home, which are small and come and go; the others are servers, now and then restarted. */
export function lendNode(
  index: number,
  capacityFactor: number,
  draws: Draws,
  cities: readonly [City, ...City[]],
): LentNode {
  const home = draws.chance(0.4)
  const city = cities[draws.weighted(cities.map(({ lenders }) => lenders))] ?? cities[0]
  const size = SIZES[draws.weighted(home ? HOME_SIZES : SERVER_SIZES)] ?? SIZES[0]
  return {
    node: v.parse(NodeId, `n${index}`),
    at: {
      latitude: city.latitude + draws.between(-0.2, 0.2),
      longitude: city.longitude + draws.between(-0.2, 0.2),
    },
    capacity: Math.max(1, Math.round(size * capacityFactor)),
    strength: draws.between(0.8, 1.3),
    lastMileMs: home ? draws.between(4, 20) : draws.between(0.5, 2),
    ...(home ? lentAtHome(draws) : { limits: serverLimits(draws), hours: null }),
    ...(home ? comeAndGo(20 * HOUR_MS, 4 * HOUR_MS, draws) : comeAndGo(10 * DAY_MS, 10 * MINUTE_MS, draws)),
  }
}

function lentAtHome(draws: Draws): Pick<LentNode, 'limits' | 'hours'> {
  const bitsPerSecond = draws.logBetween(20e6, 300e6)
  const hours = draws.chance(0.1) ? EVENING : null
  return { limits: { ...UNLIMITED, bitsPerSecond, rooms: draws.chance(0.1) ? 5 : null }, hours }
}

/** Whether a node that is lent in those hours takes new rooms at `now` (ms since the epoch). */
export function isWithin({ hours }: Pick<LentNode, 'hours'>, now: number): boolean {
  const hour = ((now - DAY_BEGINS) / HOUR_MS) % 24
  return hours === null || (hours.from <= hour && hour < hours.to)
}

const serverLimits = (draws: Draws): LenderLimits => ({
  ...UNLIMITED,
  bitsPerSecond: draws.chance(0.6) ? draws.logBetween(200e6, 1e9) : null,
  people: draws.chance(0.05) ? 50 : null,
})

/** Stays and absences of exponential length, with these means; the day begins somewhere in the middle of it all. */
function comeAndGo(stayMs: number, awayMs: number, draws: Draws): Pick<LentNode, 'thereAtFirst' | 'turns'> {
  const thereAtFirst = draws.chance(stayMs / (stayMs + awayMs))
  const turns: number[] = []
  let there = thereAtFirst
  let at = DAY_BEGINS
  for (;;) {
    at += draws.exponential(there ? stayMs : awayMs)
    if (at >= DAY_BEGINS + DAY_MS) return { thereAtFirst, turns }
    turns.push(at)
    there = !there
  }
}
