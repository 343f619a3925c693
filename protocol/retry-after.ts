import * as v from 'valibot'
import { RETRY_AFTER_JITTER, RETRY_AFTER_MAX_MS } from './limits.ts'

/**
 * When whoever is refused may come back, in milliseconds from now. What makes no sense counts as not said: a hint is not worth the
 * message that it comes with.
 */
export const RetryAfterMs = v.fallback(v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))), undefined)

/**
 * How long to wait before the next try: for as long as one would by oneself (`ownMs`), and not less than was asked for, of which a
 * minute is believed. Whoever was refused together does not come back together.
 *
 * @param askedMs - `retryAfterMs` of the refusal.
 * @param random - Numbers from 0 to 1.
 */
export function retryDelayMs(ownMs: number, askedMs: number | undefined, random: () => number): number {
  if (askedMs === undefined) return ownMs
  const bounded = Math.min(askedMs, RETRY_AFTER_MAX_MS)
  return Math.max(ownMs, Math.ceil(bounded * (1 + RETRY_AFTER_JITTER * random())))
}

/** The header `Retry-After` (RFC 9110 §10.2.3), which counts whole seconds. */
export const retryAfterHeader = (ms: number): string => String(Math.ceil(ms / 1_000))

/** The header in milliseconds: seconds, or a date; undefined where it is neither, or is not there. */
export function readRetryAfterHeader(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000
  // An HTTP date names its day and ends in GMT: `Date.parse` takes a great deal more.
  const at = /^[A-Z][a-z]{2}, .* GMT$/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}
