import type { Words } from '../../../i18n/words.ts'

export const stats: Words['stats'] = {
  link: 'Essaim in Zahlen',
  title: 'Essaim in Zahlen',
  open: 'Einen Raum öffnen',
}
