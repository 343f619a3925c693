import type { Words } from '../../../i18n/words.ts'

export const talk: Words['talk'] = {
  space: 'Leertaste',
  left: (key) => `${key} links`,
  right: (key) => `${key} rechts`,
  hold: 'Zum Sprechen halten',
  heard: 'Man hört Sie',
}
