import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const speakingTime: FurtherWords['speakingTime'] = {
  since: (time) =>
    `Contado en este navegador desde las ${time}, según las voces que oyes. Nadie más lo sabe.`,
  nobody: 'Nadie ha hablado todavía.',
  duration: (minutes, seconds) => (minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`),
  gone: 'ha salido',
}
