import type { ErrorCode } from '../../protocol/errors.ts'

/** Why the room is over for us. */
export type Ending = 'left' | ErrorCode

/** What the page after says: keys of the dictionaries' `after`. */
export type EndingWords = 'left' | 'locked' | 'full' | 'removed' | 'replaced' | 'outdated' | 'busy' | 'failed'

/** What the honey button of the page after does. */
export type WayBack = 'comeBack' | 'tryAgain' | 'here' | 'reload'

const KNOWN: Partial<Record<Ending, EndingWords>> = {
  left: 'left',
  'room-locked': 'locked',
  'room-full': 'full',
  removed: 'removed',
  replaced: 'replaced',
  'unsupported-protocol': 'outdated',
  'upgrade-required': 'outdated',
  'rate-limited': 'busy',
}

/** Null where there is none. */
const WAYS_BACK: Record<EndingWords, WayBack | null> = {
  left: 'comeBack',
  locked: 'tryAgain',
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
