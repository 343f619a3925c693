import type { ErrorCode } from '../../../protocol/errors.ts'

/** Why the room is over for us. */
export type Ending = 'left' | ErrorCode

/** What the page after says: keys of the dictionaries' `after`. */
export type EndingWords =
  | 'left'
  | 'locked'
  | 'denied'
  | 'removed'
  | 'full'
  | 'replaced'
  | 'outdated'
  | 'unfit'
  | 'busy'
  | 'failed'

/** What the honey button of the page after does. */
export type AfterAction = 'comeBack' | 'tryAgain' | 'here' | 'reload'

const KNOWN: Partial<Record<Ending, EndingWords>> = {
  left: 'left',
  'room-locked': 'locked',
  denied: 'denied',
  'room-full': 'full',
  removed: 'removed',
  replaced: 'replaced',
  'unsupported-protocol': 'outdated',
  'upgrade-required': 'outdated',
  'rate-limited': 'busy',
  'too-many-tries': 'busy',
}

/** Null where there is none. */
const ACTIONS: Record<EndingWords, AfterAction | null> = {
  left: 'comeBack',
  locked: 'tryAgain',
  denied: 'tryAgain',
  full: 'tryAgain',
  removed: null,
  replaced: 'here',
  outdated: 'reload',
  unfit: 'reload',
  busy: 'tryAgain',
  failed: 'tryAgain',
}

/** @param encrypted - Whether the link has a secret: of a page that does not fit, nobody knows whether it or the site is older. */
export function explainEnding(
  ending: Ending,
  encrypted: boolean,
): {
  readonly words: EndingWords
  readonly action: AfterAction | null
} {
  const known = KNOWN[ending] ?? 'failed'
  const words = known === 'outdated' && encrypted ? 'unfit' : known
  return { words, action: ACTIONS[words] }
}
