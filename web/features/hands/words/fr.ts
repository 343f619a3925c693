import type { Words } from '../../../i18n/words.ts'

export const hands: Words['hands'] = {
  raise: 'Lever la main',
  lower: 'Baisser la main',
  up: (place) => `main levée, numéro ${place}`,
  raised: (names) =>
    names.length > 2 ? `${names.length} mains levées` : `Main levée\u202f: ${names.join(' et ')}`,
  react: 'Réagir',
  reactions: {
    'thumbs-up': 'Pouce levé',
    applause: 'Applaudissements',
    heart: 'Cœur',
    laugh: 'Rire',
    surprise: 'Surprise',
    celebrate: 'Fête',
  },
}
