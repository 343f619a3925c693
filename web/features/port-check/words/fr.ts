import type { Words } from '../../../i18n/words.ts'

export const check: Words['check'] = {
  title: 'Ce nœud est-il joignable\u202f?',
}
