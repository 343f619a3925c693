import {
  GOING_AWAY_GRACE_MS,
  RESUME_GRACE_MS,
  VANISHED_AFTER_MS,
  VANISHED_GRACE_MIN_MS,
} from '../../../protocol/limits.ts'

/** Where somebody's socket stands. */
interface Before {
  readonly is: string
  readonly until?: number
}

/**
 * Until when whoever lost the socket keeps their place, in the room or in its lobby: less where the page itself went (R2),
 * also where that is heard only later, and never more than before.
 */
export function graceUntil(now: number, goingAway: boolean, before: Before): number {
  return notLater(now + (goingAway ? GOING_AWAY_GRACE_MS : RESUME_GRACE_MS), before)
}

/** The same of whoever vanished, and was away for a while before that was noticed (R8). */
export function vanishedUntil(now: number, heardAt: number, before: Before): number {
  return notLater(Math.max(heardAt + VANISHED_AFTER_MS, now + VANISHED_GRACE_MIN_MS), before)
}

const notLater = (until: number, before: Before): number =>
  before.is === 'away' ? Math.min(until, before.until ?? until) : until
