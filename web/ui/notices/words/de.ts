import type { Words } from '../../../i18n/words.ts'

export const notices: Words['notices'] = {
  more: (count) => (count === 1 ? '1 weitere' : `${count} weitere`),
  fewer: 'Weniger anzeigen',
  less: 'Verkleinern',
  dismiss: 'Ausblenden',
}
