import { GOING_AWAY_GRACE_MS, RESUME_GRACE_MS } from '../../protocol/limits.ts'

/**
 * Until when whoever lost the socket keeps their place, in the room or in its lobby: less where the page itself went (R2),
 * also where that is heard only later, and never more than before.
 */
export function graceUntil(
  now: number,
  goingAway: boolean,
  before: { readonly is: string; readonly until?: number },
): number {
  const until = now + (goingAway ? GOING_AWAY_GRACE_MS : RESUME_GRACE_MS)
  return before.is === 'away' ? Math.min(until, before.until ?? until) : until
}
