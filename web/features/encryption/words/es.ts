import type { Words } from '../../../i18n/words.ts'

export const encryption: Words['encryption'] = {
  title: 'Quién puede escuchar',
  encrypted: 'Cifrada de extremo a extremo',
  plain: 'Sin cifrar',
  couldListen: 'Sin cifrar: quien aloja esta sala podría escuchar.',
}
