import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const speakingTime: FurtherWords['speakingTime'] = {
  since: (time) =>
    `Gezählt in diesem Browser seit ${time}, nach den Stimmen, die Sie hören. Sonst erfährt es niemand.`,
  nobody: 'Noch hat niemand gesprochen.',
  duration: (minutes, seconds) => (minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`),
  gone: 'nicht mehr im Raum',
}
