import type { Words } from '../../../i18n/words.ts'

export const stats: Words['stats'] = {
  link: 'Essaim en cifras',
  title: 'Essaim en cifras',
  open: 'Abrir una sala',
}
