import { DOOR_TRIES_BURST, DOOR_TRIES_PER_SECOND, MAX_COUNTED_ADDRESSES } from '../../protocol/limits.ts'
import type { AddressHash } from './door-secrets.ts'
import type { Tries } from './state.ts'

/**
 * How often one address may be wrong at the door (D4): what it spends comes back with time. People of whom no address is
 * known share one.
 */

/** How many tries that address has left at `now` (ms since the epoch). */
export const triesLeft = (tries: readonly Tries[], address: AddressHash | null, now: number): number =>
  DOOR_TRIES_BURST - triesSpent(tries, address, now)

/** How many that address has spent which have not come back at `now` (ms since the epoch). */
export function triesSpent(tries: readonly Tries[], address: AddressHash | null, now: number): number {
  const counted = tries.find((each) => each.address === address)
  if (!counted) return 0
  const earned = (Math.max(0, now - counted.at) / 1_000) * DOOR_TRIES_PER_SECOND
  return Math.max(0, counted.spent - earned)
}

/**
 * The same tries with one more spent by that address.
 *
 * @param most - What it may have spent at most: beyond, it waits no longer for having been wrong more often.
 */
export function spendTry(
  tries: readonly Tries[],
  address: AddressHash | null,
  now: number,
  most = DOOR_TRIES_BURST,
): Tries[] {
  const spent = Math.min(most, triesSpent(tries, address, now) + 1)
  const others = tries.filter((each) => each.address !== address && triesSpent([each], each.address, now) > 0)
  return [...others, { address, spent, at: now }].slice(-MAX_COUNTED_ADDRESSES)
}
