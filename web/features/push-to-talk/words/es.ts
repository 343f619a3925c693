import type { Words } from '../../../i18n/words.ts'

export const talk: Words['talk'] = {
  space: 'Espacio',
  left: (key) => `${key} izquierda`,
  right: (key) => `${key} derecha`,
  hold: 'Mantener pulsado para hablar',
  heard: 'Se te oye',
}
