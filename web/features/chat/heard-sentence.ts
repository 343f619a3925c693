import type { Words } from '../../i18n/words.ts'
import type { Heard } from './chat-news.ts'

/** Who says what, in one sentence; a file by its name. */
export function heardSentence(
  { name, text, file, alone }: Pick<Heard, 'name' | 'text' | 'file' | 'alone'>,
  { chat, files }: Words,
): string {
  if (text === '' && file !== null) return (alone ? files.sendsAlone : files.sends)(name, file)
  return (alone ? chat.saysAlone : chat.says)(name, text)
}
