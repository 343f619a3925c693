import type { Words } from '../../../i18n/words.ts'

export const notices: Words['notices'] = {
  more: (count) => (count === 1 ? '1 autre' : `${count} autres`),
  fewer: 'Réduire la liste',
  less: 'Réduire',
  dismiss: 'Masquer',
}
