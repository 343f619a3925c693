import type { Words } from '../../../i18n/words.ts'

export const swarm: Words['swarm'] = {
  link: 'Qui prête les nœuds',
  title: 'L’essaim',
  loading: 'Nous demandons autour de nous…',
  failed: 'La liste n’est pas arrivée.',
}

export const hosts: Words['hosts'] = {
  title: 'Choisir qui héberge le salon',
  label: 'Hébergé par',
  swarm: 'L’essaim décide',
  note: 'Cela vaut si c’est vous qui ouvrez le salon, et si ce nœud en accepte encore. Ce choix n’est pas retenu.',
}
