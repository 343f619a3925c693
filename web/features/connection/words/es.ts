import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Conexión',
  carriedBy: 'Sala alojada por',
  wasCarriedBy: 'La sala estaba alojada por',
  willBeCarriedBy: 'Si abres tú la sala, estará alojada por',
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
