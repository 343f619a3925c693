import type { Words } from '../words.ts'

export const connection: Words['connection'] = {
  title: 'Conexión',
  carriedBy: 'Llevada por',
  verdicts: {
    unknown: 'Midiendo…',
    good: 'Su conexión es buena.',
    fair: 'Su conexión es regular: alguna imagen puede pararse de vez en cuando.',
    poor: 'Su conexión es mala. Más cerca del router, por cable o con menos calidad de imagen, mejora.',
  },
  rows: {
    path: 'Camino',
    delay: 'Retardo, ida y vuelta',
    'received-loss': 'Perdido hacia usted',
    'sent-loss': 'Perdido desde usted',
    received: 'Recibe',
    sent: 'Envía',
  },
  paths: { udp: 'Directo (UDP)', tcp: 'Directo (TCP)', relay: 'Reenviado' },
  pathHints: {
    udp: 'El sonido y la imagen van por el camino corto.',
    tcp: 'Su red solo deja pasar TCP: lo que se pierde se vuelve a enviar, y llega tarde.',
    relay:
      'Otro servidor reenvía el sonido y la imagen: porque su dirección debe quedar oculta, o porque su red no deja pasar nada directamente.',
  },
  milliseconds: (count) => `${count} ms`,
  rate: (kilobits) => `${kilobits} kbit/s`,
}
