import type { Words } from '../../../i18n/words.ts'

export const swarm: Words['swarm'] = {
  link: 'Wer die Knoten bereitstellt',
  title: 'Der Schwarm',
  loading: 'Wir fragen nach…',
  failed: 'Die Liste ist nicht angekommen.',
}
