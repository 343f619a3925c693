import type { ErrorCode } from '../../../protocol/errors.ts'

/** Why the room is over for us. */
export type Ending = 'left' | ErrorCode

/** Why one is asked for a password, rather than sent away. */
const PASSWORD_REASONS = ['password-required', 'wrong-password', 'too-many-tries'] as const
export type PasswordReason = (typeof PASSWORD_REASONS)[number]

/** The refusal, if a password may undo it: too many tries are those of a password only where one was `typed`. */
export const passwordReasonOf = (refusal: ErrorCode | null, typed: boolean): PasswordReason | null =>
  PASSWORD_REASONS.find((reason) => reason === refusal && (typed || reason !== 'too-many-tries')) ?? null

/** What the page after says: keys of the dictionaries' `after`. */
export type EndingWords =
  | 'left'
  | 'locked'
  | 'turnedAway'
  | 'removed'
  | 'full'
  | 'replaced'
  | 'outdated'
  | 'busy'
  | 'failed'

/** What the honey button of the page after does. */
export type WayBack = 'comeBack' | 'tryAgain' | 'here' | 'reload'

const KNOWN: Partial<Record<Ending, EndingWords>> = {
  left: 'left',
  'room-locked': 'locked',
  'turned-away': 'turnedAway',
  'room-full': 'full',
  removed: 'removed',
  replaced: 'replaced',
  'unsupported-protocol': 'outdated',
  'upgrade-required': 'outdated',
  'rate-limited': 'busy',
  'too-many-tries': 'busy',
}

/** Null where there is none. */
const WAYS_BACK: Record<EndingWords, WayBack | null> = {
  left: 'comeBack',
  locked: 'tryAgain',
  turnedAway: 'tryAgain',
  full: 'tryAgain',
  removed: null,
  replaced: 'here',
  outdated: 'reload',
  busy: 'tryAgain',
  failed: 'tryAgain',
}

export function explainEnding(ending: Ending): {
  readonly words: EndingWords
  readonly wayBack: WayBack | null
} {
  const words = KNOWN[ending] ?? 'failed'
  return { words, wayBack: WAYS_BACK[words] }
}
