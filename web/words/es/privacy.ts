import type { Words } from '../words.ts'

export const privacy: Words['privacy'] = {
  title: 'Privacidad',
  hidesAddress: 'Ocultar mi dirección',
  hidesAddressHint:
    'La máquina que transmite la llamada ve la dirección de un relé en lugar de la tuya. Sin relé, nadie te oye ni te ve.',
  noRelayHint:
    'Este servidor no ofrece relé: con el interruptor activado, nadie te oye ni te ve, y tú no oyes ni ves a nadie.',
}
