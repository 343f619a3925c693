import type { Words } from '../../../i18n/words.ts'

export const speakingTime: Words['speakingTime'] = {
  title: 'Temps de parole',
  since: (time) =>
    `Compté dans ce navigateur depuis ${time}, d’après les voix que vous entendez. Personne d’autre n’en sait rien.`,
  nobody: 'Personne n’a encore parlé.',
  duration: (minutes, seconds) => (minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`),
  gone: 'a quitté le salon',
}
