import type { Words } from '../../../i18n/words.ts'

export const talk: Words['talk'] = {
  space: 'Spazio',
  left: (key) => `${key} sinistro`,
  right: (key) => `${key} destro`,
  hold: 'Tieni premuto per parlare',
  heard: 'Ti sentono',
}
