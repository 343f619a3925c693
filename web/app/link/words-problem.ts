import { ProtocolError } from '../../../protocol/errors.ts'
import { SPOKEN_WORDS } from '../../../protocol/limits.ts'
import type { TypedWords } from '../../i18n/word-lists/typed-words.ts'

/** Why words do not open a room: how they are written, or what the room says. */
export type WordsProblem = 'unknown' | 'few' | 'many' | 'wrong' | 'too-many-tries' | 'unreachable'

/** What is wrong with what somebody typed, before any room is asked; null where it is six words of a list. */
export function problemOfTyped({ words }: Pick<TypedWords, 'words'>): WordsProblem | null {
  if (words.some(({ word }) => word === null)) return 'unknown'
  if (words.length === SPOKEN_WORDS) return null
  return words.length < SPOKEN_WORDS ? 'few' : 'many'
}

/** What kept a room from opening by words. */
export function problemOfRoom(thrown: unknown): WordsProblem {
  const { code } = ProtocolError.from(thrown)
  switch (code) {
    case 'wrong-words':
      return 'wrong'
    case 'too-many-tries':
    case 'rate-limited':
      return 'too-many-tries'
    default:
      return 'unreachable'
  }
}
