import type { Words } from '../words.ts'

export const privacy: Words['privacy'] = {
  title: 'Privatsphäre',
  hidesAddress: 'Meine Adresse verbergen',
  hidesAddressHint:
    'Der Rechner, über den das Gespräch läuft, sieht statt Ihrer Adresse die eines Relais. Gibt es keines, hört und sieht Sie niemand.',
  noRelayHint:
    'Dieser Server bietet kein Relais: Ist der Schalter an, hört und sieht Sie niemand, und Sie hören und sehen niemanden.',
}
