import type { HomeWords } from '../../../../i18n/home-words.ts'

export const hosts: HomeWords['hosts'] = {
  title: 'Scegli chi ospita la stanza',
  label: 'Ospitata da',
  swarm: 'Decide lo sciame',
  note: 'Vale se apri tu la stanza, e se quel nodo accetta ancora stanze. La scelta non viene memorizzata.',
}
