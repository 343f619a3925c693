import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Conexión',
  carriedBy: 'Sala alojada por',
  wasCarriedBy: 'La sala estaba alojada por',
  willBeCarriedBy: 'Si abres tú la sala, estará alojada por',
}

export const notice: Words['notice'] = {
  joining: 'Entrando en la sala…',
  joiningLong: 'Entrar tarda más de lo habitual. Comprueba tu red, o recarga la página.',
  reconnecting: 'Se ha cortado la conexión. Sigues en la sala; se está restableciendo…',
  reconnectingLong: 'La conexión sigue cortada. Comprueba tu red; la llamada seguirá sola en cuanto vuelva.',
  starting: 'Conectando el sonido y la imagen…',
  startingLong:
    'El sonido y la imagen tardan más de lo habitual. Quizá los detenga un cortafuegos; otra red puede ayudar.',
  mediaReconnecting: 'El sonido y la imagen se han cortado y se están restableciendo…',
  mediaReconnectingLong: 'El sonido y la imagen aún no han vuelto. Volverán solos en cuanto sea posible.',
  waiting:
    'Ahora mismo ningún servidor transmite el sonido y la imagen. La sala sigue abierta, y la llamada continuará sola.',
  noRelay:
    'Tu dirección debe quedar oculta, y este servidor no ofrece relé: nadie te oye ni te ve, y tú no oyes ni ves a nadie. El interruptor está en los ajustes, en «Privacidad».',
  voicesOnly: 'La cuota del relé está casi agotada: las voces siguen, las imágenes no.',
  relaySpent:
    'La cuota del relé se ha agotado: nadie te oye ni te ve, y tú no oyes ni ves a nadie. Puedes seguir desde otra red, o sin ocultar tu dirección.',
  unsupported:
    'Este navegador no puede transmitir sonido e imagen. Un Firefox, Chrome, Edge o Safari reciente sí puede.',
}
