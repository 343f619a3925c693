import type { Words } from '../../../i18n/words.ts'

export const swarm: Words['swarm'] = {
  link: 'Chi presta i nodi',
  title: 'Lo sciame',
  loading: 'Stiamo chiedendo…',
  failed: 'L’elenco non è arrivato.',
}

export const hosts: Words['hosts'] = {
  title: 'Scegli chi ospita la stanza',
  label: 'Ospitata da',
  swarm: 'Decide lo sciame',
  note: 'Vale se apri tu la stanza, e se quel nodo accetta ancora stanze. La scelta non viene memorizzata.',
}
