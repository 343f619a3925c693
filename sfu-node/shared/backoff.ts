import {
  NODE_RECONNECT_MAX_MS,
  OTHER_VERSION_RETRY_MAX_MS,
  OTHER_VERSION_RETRY_MIN_MS,
  RECONNECT_MAX_MS,
  RECONNECT_MIN_MS,
} from '../../protocol/limits.ts'

/**
 * Milliseconds to wait before try number `attempt` (from 0): exponential with full jitter, so that nodes that an
 * edge's restart cut off together do not come back together.
 */
export const backoffMs = (attempt: number, random: () => number = Math.random): number =>
  Math.floor(random() * (ceilingMs(attempt, RECONNECT_MIN_MS, RECONNECT_MAX_MS) + 1))

/** The same before an edge is dialled: a room that wants this node back does not wait for long. */
export const reconnectDelayMs = (attempt: number, random: () => number = Math.random): number =>
  Math.floor(random() * (ceilingMs(attempt, RECONNECT_MIN_MS, NODE_RECONNECT_MAX_MS) + 1))

/** The same at an edge that speaks another version: rarely, from half of the time on. */
export function otherVersionMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = ceilingMs(attempt, OTHER_VERSION_RETRY_MIN_MS, OTHER_VERSION_RETRY_MAX_MS)
  return Math.floor((ceiling * (1 + random())) / 2)
}

const ceilingMs = (attempt: number, min: number, max: number): number => Math.min(max, min * 2 ** attempt)
