import type { Words } from '../../../i18n/words.ts'

export const swarm: Words['swarm'] = {
  link: 'Quién presta los nodos',
  title: 'El enjambre',
  loading: 'Preguntando…',
  failed: 'La lista no ha llegado.',
}

export const hosts: Words['hosts'] = {
  title: 'Elegir quién aloja la sala',
  label: 'Alojada por',
  swarm: 'Decide el enjambre',
  note: 'Vale si abres tú la sala y ese nodo todavía acepta salas. La elección no se guarda.',
}
