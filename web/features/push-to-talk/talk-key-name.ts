import type { Words } from '../../i18n/words.ts'
import { SPACE_BAR, type TalkKey } from '../../settings/talk-key.ts'

/** What one calls the key. Of those that a keyboard has twice, the side is told. */
export function talkKeyName({ code, label }: TalkKey, { talk }: Words): string {
  if (code === SPACE_BAR.code) return talk.space
  if (label.length > 1 && code.endsWith('Left')) return talk.left(label)
  if (label.length > 1 && code.endsWith('Right')) return talk.right(label)
  return label
}
