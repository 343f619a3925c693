import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const speakingTime: FurtherWords['speakingTime'] = {
  since: (time) => `Contato in questo browser dalle ${time}, secondo le voci che senti. Nessun altro lo sa.`,
  nobody: 'Nessuno ha ancora parlato.',
  duration: (minutes, seconds) => (minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`),
  gone: 'ha lasciato la stanza',
}
