import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Conexión',
  carriedBy: 'Sala alojada por',
  wasCarriedBy: 'La sala estaba alojada por',
  willBeCarriedBy: 'Si abres tú la sala, estará alojada por',
  lenderSees:
    'Quien la presta ve tu dirección de red, si no la ocultas, y podría escuchar y mirar. No conoce nombres y no lee nada de lo que se escribe.',
  siteSees: 'Quien lo gestiona ve tu dirección de red, y podría escuchar, mirar y leer lo que se escribe.',
  verdicts: {
    unknown: 'Midiendo…',
    good: 'Tu conexión es buena.',
    fair: 'Tu conexión es regular: alguna imagen puede pararse de vez en cuando.',
    poor: 'Tu conexión es mala. Más cerca del router, por cable o con menos calidad de imagen, mejora.',
  },
  rows: {
    path: 'Camino',
    delay: 'Retardo, ida y vuelta',
    'received-loss': 'Perdido al recibir',
    'sent-loss': 'Perdido al enviar',
    received: 'Recibes',
    sent: 'Envías',
  },
  paths: { udp: 'Directo (UDP)', tcp: 'Directo (TCP)', relay: 'Reenviado' },
  pathHints: {
    udp: 'El sonido y la imagen van por el camino corto.',
    tcp: 'Tu red solo deja pasar TCP: lo que se pierde se vuelve a enviar, y llega tarde.',
    relay:
      'Otro servidor reenvía el sonido y la imagen: porque tu dirección debe quedar oculta, o porque tu red no deja pasar nada directamente.',
  },
  milliseconds: (count) => `${count} ms`,
  rate: (kilobits) => `${kilobits} kbit/s`,
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
