import type { Words } from '../../../i18n/words.ts'

export const shortcuts: Words['shortcuts'] = {
  title: 'Atajos de teclado',
}
