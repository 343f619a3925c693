import { RECONNECT_MAX_MS, RECONNECT_MIN_MS } from '../protocol/limits.ts'

/**
 * Milliseconds to wait before try number `attempt` (from 0): exponential with full jitter, so that nodes that an
 * edge's restart cut off together do not come back together.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(RECONNECT_MAX_MS, RECONNECT_MIN_MS * 2 ** attempt)
  return Math.floor(random() * (ceiling + 1))
}
