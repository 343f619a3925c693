import type { Words } from '../../../i18n/words.ts'

export const hands: Words['hands'] = {
  raise: 'Hand heben',
  lower: 'Hand senken',
  up: (place) => `Hand gehoben, Nummer ${place}`,
  raised: (names) =>
    names.length > 2 ? `${names.length} Hände sind gehoben` : `Hand gehoben: ${names.join(' und ')}`,
  react: 'Reagieren',
  reactions: {
    'thumbs-up': 'Daumen hoch',
    applause: 'Applaus',
    heart: 'Herz',
    laugh: 'Lachen',
    surprise: 'Überraschung',
    celebrate: 'Feiern',
  },
}
