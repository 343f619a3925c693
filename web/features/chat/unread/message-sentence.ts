import type { Words } from '../../../i18n/words.ts'
import type { ReceivedMessage } from './unread-chat.ts'

/** Who says what, in one sentence; a file by its name. */
export function messageSentence(
  { name, text, file, alone }: Pick<ReceivedMessage, 'name' | 'text' | 'file' | 'alone'>,
  { chat, files }: Words,
): string {
  if (text === '' && file !== null) return (alone ? files.sendsAlone : files.sends)(name, file)
  return (alone ? chat.saysAlone : chat.says)(name, text)
}
