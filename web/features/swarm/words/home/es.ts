import type { HomeWords } from '../../../../i18n/home-words.ts'

export const hosts: HomeWords['hosts'] = {
  title: 'Elegir quién aloja la sala',
  label: 'Alojada por',
  swarm: 'Decide el enjambre',
  note: 'Vale si abres tú la sala y ese nodo todavía acepta salas. La elección no se guarda.',
}
