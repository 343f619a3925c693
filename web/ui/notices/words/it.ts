import type { Words } from '../../../i18n/words.ts'

export const notices: Words['notices'] = {
  more: (count) => (count === 1 ? 'Un altro' : `Altri ${count}`),
  fewer: 'Mostra meno',
  less: 'Riduci',
  dismiss: 'Nascondi',
}
