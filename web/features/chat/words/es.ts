import type { Words } from '../../../i18n/words.ts'

export const chat: Words['chat'] = {
  title: 'Chat',
  says: (name, text) => `${name}: ${text}`,
  saysAlone: (name, text) => `${name}, solo a ti: ${text}`,
  open: 'Responder',
  unread: (count) => (count === 1 ? '1 mensaje nuevo' : `${count} mensajes nuevos`),
}
