import type { Words } from '../../../i18n/words.ts'

export const notices: Words['notices'] = {
  more: (count) => `${count} más`,
  fewer: 'Mostrar menos',
  less: 'Reducir',
  dismiss: 'Ocultar',
}
