import type { Words } from '../../../i18n/words.ts'

export const speakingTime: Words['speakingTime'] = {
  title: 'Tempo di parola',
}
