import type { Words } from '../../../i18n/words.ts'

export const swarm: Words['swarm'] = {
  link: 'Quién presta los nodos',
  title: 'El enjambre',
  loading: 'Preguntando…',
  failed: 'La lista no ha llegado.',
}
