import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const speakingTime: FurtherWords['speakingTime'] = {
  since: (time) =>
    `Compté dans ce navigateur depuis ${time}, d’après les voix que vous entendez. Personne d’autre n’en sait rien.`,
  nobody: 'Personne n’a encore parlé.',
  duration: (minutes, seconds) => (minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`),
  gone: 'a quitté le salon',
}
