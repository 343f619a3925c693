import type { Words } from '../../../i18n/words.ts'

export const chat: Words['chat'] = {
  title: 'Chat',
  says: (name, text) => `${name}: ${text}`,
  saysAlone: (name, text) => `${name}, nur an Sie: ${text}`,
  open: 'Antworten',
  unread: (count) => (count === 1 ? '1 neue Nachricht' : `${count} neue Nachrichten`),
}
