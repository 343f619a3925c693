import type { Words } from '../../../i18n/words.ts'

export const talk: Words['talk'] = {
  space: 'Espace',
  left: (key) => `${key} gauche`,
  right: (key) => `${key} droite`,
  hold: 'Maintenir pour parler',
  heard: 'On vous entend',
}
