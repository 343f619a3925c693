import type { City } from './cities.ts'
import { DAY_BEGINS, HOUR_MS, MINUTE_MS } from './clock.ts'
import type { Draws } from './draws.ts'

/** Somebody in a room. */
export interface Attendee {
  /** Index of their city. */
  readonly city: number
  /** Where their address seems to be, as an index; null where the network has no idea. */
  readonly seemsAt: number | null
  /** When they join (ms since the epoch). */
  readonly joinsAt: number
}

/** A room as it is held in that day, whoever carries it. The first attendee opens it; all leave when it ends. */
export interface HeldRoom {
  readonly attendees: readonly [Attendee, ...Attendee[]]
  readonly endsAt: number
}

/** How many rooms open in each hour of the day (UTC), for how many in another. */
const OPENED_BY_HOUR = [1, 1, 1, 1, 1, 3, 8, 20, 30, 28, 22, 14, 18, 30, 28, 24, 18, 14, 14, 16, 14, 8, 4, 2]

/** One room in twenty-five is a large one: a course, an assembly. The others are of 2.2 people in the mean. */
const LARGE_SHARE = 0.04
const OTHERS_MEAN = 1.2
/** The median and the deviation of a room's length, which is log-normal. */
const LENGTH_MEDIAN_MS = 40 * MINUTE_MS
const LENGTH_DEVIATION = 0.7

/** Of people, how many are in the city where most of their room are. */
const TOGETHER = 0.75
/** Of addresses: those that seem to be in the capital, and those that seem to be nowhere. */
const SEEM_IN_PARIS = 0.08
const SEEM_NOWHERE = 0.02

export function holdRoom(draws: Draws, cities: readonly City[]): HeldRoom {
  const weights = cities.map(({ people }) => people)
  const opensAt = DAY_BEGINS + (draws.weighted(OPENED_BY_HOUR) + draws.next()) * HOUR_MS
  const length = Math.exp(draws.normal(Math.log(LENGTH_MEDIAN_MS), LENGTH_DEVIATION))
  const endsAt = opensAt + Math.min(5 * HOUR_MS, Math.max(3 * MINUTE_MS, length))
  const city = draws.weighted(weights)
  const attend = (joinsAt: number): Attendee => {
    const theirs = draws.chance(TOGETHER) ? city : draws.weighted(weights)
    return { city: theirs, seemsAt: seem(theirs, draws), joinsAt }
  }
  const later = Array.from({ length: sizeOf(draws) - 1 }, () =>
    attend(Math.min(opensAt + draws.exponential(2 * MINUTE_MS), endsAt - 1)),
  )
  return { attendees: [attend(opensAt), ...later.sort((a, b) => a.joinsAt - b.joinsAt)], endsAt }
}

function sizeOf(draws: Draws): number {
  if (draws.chance(LARGE_SHARE)) return Math.round(draws.logBetween(8, 40))
  // The whole part of an exponential number is geometric, with this mean.
  return 1 + Math.floor(draws.exponential(1 / Math.log(1 + 1 / OTHERS_MEAN)))
}

function seem(city: number, draws: Draws): number | null {
  const drawn = draws.next()
  if (drawn < SEEM_NOWHERE) return null
  return drawn < SEEM_NOWHERE + SEEM_IN_PARIS ? 0 : city
}
