import type { Words } from '../../../i18n/words.ts'

export const encryption: Words['encryption'] = {
  unreadableName: 'alguien cuyo nombre no se puede leer',
  title: 'Quién puede escuchar',
  encrypted: 'Cifrada de extremo a extremo',
  byLink: 'Cifrada por el enlace',
  plain: 'Sin cifrar',
  couldListen: 'Sin cifrar: quien aloja esta sala podría escuchar.',
}
