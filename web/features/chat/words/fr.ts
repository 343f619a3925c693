import type { Words } from '../../../i18n/words.ts'

export const chat: Words['chat'] = {
  title: 'Discussion',
  says: (name, text) => `${name}\u202f: ${text}`,
  saysAlone: (name, text) => `${name}, à vous seulement\u202f: ${text}`,
  open: 'Répondre',
  unread: (count) => (count < 2 ? `${count} nouveau message` : `${count} nouveaux messages`),
}
