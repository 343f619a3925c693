import type { Words } from '../../../i18n/words.ts'

export const speakingTime: Words['speakingTime'] = {
  title: 'Tempo di parola',
  since: (time) => `Contato in questo browser dalle ${time}, secondo le voci che senti. Nessun altro lo sa.`,
  nobody: 'Nessuno ha ancora parlato.',
  duration: (minutes, seconds) => (minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`),
  gone: 'ha lasciato la stanza',
}
