import type { Words } from '../words.ts'

export const privacy: Words['privacy'] = {
  title: 'Privacidad',
  hidesAddress: 'Ocultar mi dirección',
  hidesAddressHint:
    'La máquina que lleva la llamada ve la dirección de un relé en lugar de la suya. Sin relé, nadie le oye ni le ve.',
  noRelayHint:
    'Este servidor no ofrece relé: con el interruptor activado, nadie le oye ni le ve, y usted no oye ni ve a nadie.',
}
