import type { HomeWords } from '../../../../i18n/home-words.ts'

export const hosts: HomeWords['hosts'] = {
  title: 'Choisir qui héberge le salon',
  label: 'Hébergé par',
  swarm: 'L’essaim décide',
  note: 'Cela vaut si c’est vous qui ouvrez le salon, et si ce nœud en accepte encore. Ce choix n’est pas retenu.',
}
