import type { Words } from '../../../i18n/words.ts'

export const speakingTime: Words['speakingTime'] = {
  title: 'Redezeit',
  since: (time) =>
    `Gezählt in diesem Browser seit ${time}, nach den Stimmen, die Sie hören. Sonst erfährt es niemand.`,
  nobody: 'Noch hat niemand gesprochen.',
  duration: (minutes, seconds) => (minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`),
  gone: 'nicht mehr im Raum',
}
