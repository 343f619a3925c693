import type { Words } from '../../../i18n/words.ts'

export const swarm: Words['swarm'] = {
  link: 'Qui prête les nœuds',
  title: 'L’essaim',
  loading: 'Nous demandons autour de nous…',
  failed: 'La liste n’est pas arrivée.',
}
