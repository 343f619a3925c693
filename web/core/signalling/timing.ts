import {
  PAGE_PING_INTERVAL_MS,
  PAGE_PONG_TIMEOUT_MS,
  PAGE_REQUEST_SUSPECT_MS,
  PAGE_REQUEST_TIMEOUT_MS,
  RECONNECT_MAX_MS,
  RECONNECT_MIN_MS,
} from '../../../protocol/limits.ts'

/** The delays of a connection, in milliseconds; tests shorten them. */
export interface Timing {
  /** At least; up to a quarter more, at random. */
  readonly pingIntervalMs: number
  readonly pongTimeoutMs: number
  /** A request that is open for this long has the socket looked after. */
  readonly requestSuspectMs: number
  readonly requestTimeoutMs: number
  readonly reconnectMinMs: number
  readonly reconnectMaxMs: number
  /** A connection that held this long was a good one: the next cut is repaired at once. */
  readonly stableMs: number
  /** How long a request waits that was refused because there were too many. */
  readonly rateLimitPauseMs: number
}

export const TIMING: Timing = {
  pingIntervalMs: PAGE_PING_INTERVAL_MS,
  pongTimeoutMs: PAGE_PONG_TIMEOUT_MS,
  requestSuspectMs: PAGE_REQUEST_SUSPECT_MS,
  requestTimeoutMs: PAGE_REQUEST_TIMEOUT_MS,
  reconnectMinMs: RECONNECT_MIN_MS,
  reconnectMaxMs: RECONNECT_MAX_MS,
  stableMs: 5_000,
  rateLimitPauseMs: 1_000,
}
