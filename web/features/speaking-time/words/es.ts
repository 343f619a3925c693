import type { Words } from '../../../i18n/words.ts'

export const speakingTime: Words['speakingTime'] = {
  title: 'Tiempo de intervención',
  since: (time) =>
    `Contado en este navegador desde las ${time}, según las voces que oyes. Nadie más lo sabe.`,
  nobody: 'Nadie ha hablado todavía.',
  duration: (minutes, seconds) => (minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`),
  gone: 'ha salido',
}
