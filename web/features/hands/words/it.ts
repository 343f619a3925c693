import type { Words } from '../../../i18n/words.ts'

export const hands: Words['hands'] = {
  raise: 'Alza la mano',
  lower: 'Abbassa la mano',
  up: (place) => `mano alzata, numero ${place}`,
  raised: (names) => (names.length > 2 ? `${names.length} mani alzate` : `Mano alzata: ${names.join(' e ')}`),
  react: 'Reagisci',
  reactions: {
    'thumbs-up': 'Pollice in su',
    applause: 'Applauso',
    heart: 'Cuore',
    laugh: 'Risata',
    surprise: 'Sorpresa',
    celebrate: 'Festa',
  },
}
