import { TURN_VIDEO_SHARE } from '../../protocol/limits.ts'
import type { TurnLevel } from '../../protocol/media/turn.ts'

/** What the operator lets go through TURN servers, in bytes; null for no limit. */
export interface TurnBudgets {
  /** Of one room, while it lives. */
  readonly room: number | null
  /** Of all rooms, in a calendar month (UTC). */
  readonly month: number | null
}

/** What may still go where so many bytes of a budget are used (M10): pictures end before voices do. */
export function turnLevel(bytes: number, budget: number | null): TurnLevel {
  if (budget === null || bytes < budget * TURN_VIDEO_SHARE) return 'all'
  return bytes < budget ? 'audio-only' : 'nothing'
}

const STRICTEST_FIRST: readonly TurnLevel[] = ['nothing', 'audio-only', 'all']

/** What may go where both hold. */
export const stricter = (one: TurnLevel, other: TurnLevel): TurnLevel =>
  STRICTEST_FIRST.indexOf(one) < STRICTEST_FIRST.indexOf(other) ? one : other
