import type { Words } from '../../../i18n/words.ts'

export const chat: Words['chat'] = {
  title: 'Chat',
  says: (name, text) => `${name}: ${text}`,
  saysAlone: (name, text) => `${name}, solo a te: ${text}`,
  open: 'Rispondi',
  unread: (count) => (count === 1 ? '1 nuovo messaggio' : `${count} nuovi messaggi`),
}
