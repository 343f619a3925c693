import type { Words } from '../../../i18n/words.ts'

export const check: Words['check'] = {
  title: 'Questo nodo è raggiungibile?',
}
