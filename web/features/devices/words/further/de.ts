import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const privacy: FurtherWords['privacy'] = {
  title: 'Privatsphäre',
  hidesAddress: 'Meine Adresse verbergen',
  hidesAddressHint:
    'Der Rechner, über den das Gespräch läuft, sieht statt Ihrer Adresse die eines Relais. Das Relais und diese Seite sehen Ihre weiterhin; Gesicht, Stimme und Name bleiben sichtbar. Gibt es kein Relais, hört und sieht Sie niemand.',
  noRelayHint:
    'Dieser Server bietet kein Relais: Ist der Schalter an, hört und sieht Sie niemand, und Sie hören und sehen niemanden.',
  constantRate: 'Stimme mit gleichbleibender Rate',
  constantRateAsked: 'Dieser Raum verlangt es von allen, die da sind.',
  constantRateHint:
    'Ihre Stimme geht in gleich großen Stücken hinaus, auch während Sie nichts sagen. Wer sie vorbeikommen sieht, kann daran nicht erkennen, wann Sie sprechen, und keine Wörter erraten. Zu sehen bleibt, dass Sie da sind, wie lange, wann Sie sich stummschalten, und die Bilder Ihrer Kamera gehen hinaus wie bisher. Das braucht etwa 100 Kilobit in der Sekunde. In Räumen, die nicht verschlüsselt sind, bewirkt es nichts.',
}
