import type { Words } from '../../../i18n/words.ts'

export const stats: Words['stats'] = {
  link: 'Essaim in cifre',
  title: 'Essaim in cifre',
  open: 'Apri una stanza',
}
