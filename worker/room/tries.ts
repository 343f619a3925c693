import { DOOR_TRIES_BURST, DOOR_TRIES_PER_SECOND, MAX_COUNTED_ADDRESSES } from '../../protocol/limits.ts'
import type { AddressHash } from './door-secrets.ts'
import type { Tries } from './state.ts'

/**
 * How often one address may be wrong at the door (D4): a budget that fills again with time. People of whom no address
 * is known share one.
 */

/** How many tries that address has left at `now` (ms since the epoch). */
export function triesLeft(tries: readonly Tries[], address: AddressHash | null, now: number): number {
  const counted = tries.find((each) => each.address === address)
  if (!counted) return DOOR_TRIES_BURST
  const earned = (Math.max(0, now - counted.at) / 1_000) * DOOR_TRIES_PER_SECOND
  return Math.min(DOOR_TRIES_BURST, counted.left + earned)
}

/** The same tries with one less for that address. */
export function spendTry(tries: readonly Tries[], address: AddressHash | null, now: number): Tries[] {
  const left = Math.max(0, triesLeft(tries, address, now) - 1)
  const others = tries.filter((each) => each.address !== address && !isWhole(each, now))
  return [...others, { address, left, at: now }].slice(-MAX_COUNTED_ADDRESSES)
}

/** Whether there is nothing to count any more. */
const isWhole = (counted: Tries, now: number): boolean =>
  triesLeft([counted], counted.address, now) >= DOOR_TRIES_BURST
