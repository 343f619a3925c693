import type { Words } from '../../../i18n/words.ts'

export const hands: Words['hands'] = {
  raise: 'Levantar la mano',
  lower: 'Bajar la mano',
  up: (place) => `mano levantada, número ${place}`,
  raised: (names) =>
    names.length > 2 ? `${names.length} manos levantadas` : `Mano levantada: ${names.join(' y ')}`,
  react: 'Reaccionar',
  reactions: {
    'thumbs-up': 'Pulgar arriba',
    applause: 'Aplauso',
    heart: 'Corazón',
    laugh: 'Risa',
    surprise: 'Sorpresa',
    celebrate: 'Celebración',
  },
}
