import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const privacy: FurtherWords['privacy'] = {
  title: 'Privacidad',
  hidesAddress: 'Ocultar mi dirección',
  hidesAddressHint:
    'La máquina que transmite la llamada ve la dirección de un relé en lugar de la tuya. El relé y este sitio siguen viendo la tuya; tu cara, tu voz y tu nombre no se ocultan. Sin relé, nadie te oye ni te ve.',
  noRelayHint:
    'Este servidor no ofrece relé: con el interruptor activado, nadie te oye ni te ve, y tú no oyes ni ves a nadie.',
  constantRate: 'Voz a ritmo constante',
  constantRateAsked: 'Esta sala se lo pide a todas las personas presentes.',
  constantRateHint:
    'Tu voz sale en trozos de un solo tamaño, también cuando no dices nada. Así, quien los ve pasar no puede saber por ellos cuándo hablas ni adivinar las palabras. Aún se ve que estás, durante cuánto tiempo y cuándo te silencias, y las imágenes de tu cámara pasan como antes. Ocupa unos 100 kilobits por segundo. En las salas sin cifrar no hace nada.',
}
