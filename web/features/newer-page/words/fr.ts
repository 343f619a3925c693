import type { Words } from '../../../i18n/words.ts'

export const newerPage: Words['newerPage'] = {
  isThere: 'Il existe une version plus récente de cette page.',
  comes: 'Elle se chargera quand vous quitterez le salon.',
  load: 'La charger maintenant',
  opensThis: 'Chargez-la pour ouvrir cette partie\u202f; l’appel continue.',
}
