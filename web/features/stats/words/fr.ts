import type { Words } from '../../../i18n/words.ts'

export const stats: Words['stats'] = {
  link: 'Essaim en chiffres',
  title: 'Essaim en chiffres',
  open: 'Ouvrir un salon',
}
