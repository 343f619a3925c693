import { DOOR_TRIES_BURST, DOOR_TRIES_PER_SECOND, MAX_COUNTED_ADDRESSES } from '../../../protocol/limits.ts'
import type { AddressHash } from '../../http/address-hash.ts'
import type { Tries } from '../core/door-state.ts'

/**
 * How often somebody may be wrong at the door (D4): what they spend comes back with time. People of whom nothing is known
 * share one budget.
 */

/** Where tries are not counted as usual. */
interface Counting {
  /** What may have been spent at most: beyond, nobody waits longer for having been wrong more often. */
  readonly most?: number
  /** How much comes back in a second. */
  readonly perSecond?: number
}

/** How many tries that one has left at `now` (ms since the epoch). */
export const triesLeft = (tries: readonly Tries[], whose: AddressHash | null, now: number): number =>
  DOOR_TRIES_BURST - triesSpent(tries, whose, now)

/** How long until that one has a try left (ms): 0 where there is one. */
export const nextTryMs = (tries: readonly Tries[], whose: AddressHash | null, now: number): number =>
  (Math.max(0, 1 - triesLeft(tries, whose, now)) / DOOR_TRIES_PER_SECOND) * 1_000

/** How many were spent which have not come back at `now` (ms since the epoch). */
export function triesSpent(
  tries: readonly Tries[],
  whose: AddressHash | null,
  now: number,
  { perSecond = DOOR_TRIES_PER_SECOND }: Counting = {},
): number {
  const counted = tries.find((each) => each.address === whose)
  if (!counted) return 0
  const earned = (Math.max(0, now - counted.at) / 1_000) * perSecond
  return Math.max(0, counted.spent - earned)
}

/** When all of these have come back (ms since the epoch); null where none was spent. */
export function triesBackAt(
  tries: readonly Tries[],
  { perSecond = DOOR_TRIES_PER_SECOND }: Counting = {},
): number | null {
  if (tries.length === 0) return null
  return Math.max(...tries.map(({ spent, at }) => at + (spent / perSecond) * 1_000))
}

/**
 * The same tries with one more spent. Nobody who still owes any is forgotten for others' sake: where too many are counted
 * already, one more is not, and what all spend together (`crowd.ts`) has to hold them.
 */
export function spendTry(
  tries: readonly Tries[],
  whose: AddressHash | null,
  now: number,
  counting: Counting = {},
): Tries[] {
  const { most = DOOR_TRIES_BURST } = counting
  const spent = Math.min(most, triesSpent(tries, whose, now, counting) + 1)
  const others = tries.filter(
    (each) => each.address !== whose && triesSpent([each], each.address, now, counting) > 0,
  )
  return others.length < MAX_COUNTED_ADDRESSES ? [...others, { address: whose, spent, at: now }] : others
}
