import type { Words } from '../../../i18n/words.ts'

export const swarm: Words['swarm'] = {
  link: 'Chi presta i nodi',
  title: 'Lo sciame',
  loading: 'Stiamo chiedendo…',
  failed: 'L’elenco non è arrivato.',
}
