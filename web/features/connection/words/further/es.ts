import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const connection: FurtherWords['connection'] = {
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
  siteSees: 'Quien lo gestiona ve tu dirección de red, y podría escuchar, mirar y leer lo que se escribe.',
  lenderSees:
    'Quien la presta ve tu dirección de red, si no la ocultas, y podría escuchar y mirar. No conoce nombres y no lee nada de lo que se escribe.',
  siteSeesLocked:
    'Quien lo gestiona ve tu dirección de red y cuándo estás aquí. Lo que dices, muestras y escribes va cerrado con llave: allí nadie puede escucharlo, mirarlo ni leerlo.',
  lenderSeesLocked:
    'Quien la presta ve tu dirección de red, si no la ocultas. Lo que dices y muestras va cerrado con llave: allí nadie puede escucharlo ni mirarlo.',
}
