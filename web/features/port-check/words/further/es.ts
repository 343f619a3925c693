import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const check: FurtherWords['check'] = {
  trying: 'Intentamos llegar al nodo desde aquí. Tarda como mucho 15 segundos.',
  spent:
    'Este enlace ya no vale: cada uno sirve para un solo intento, durante un cuarto de hora. El nodo da otro por sí mismo.',
  failed:
    'La respuesta no ha llegado. Comprueba la conexión de este dispositivo; el nodo da otro enlace en uno o dos minutos.',
  reached: (lender) => `El nodo de ${lender} es accesible y puede alojar salas. Puedes cerrar esta página.`,
  closed: (lender) =>
    `El nodo de ${lender} no es accesible desde todas partes, así que aún no aloja salas. Abajo verás qué hacer; después el nodo dará otro enlace.`,
  ports: {
    reached: 'responde',
    silent: 'no responde. Ábrelo en el cortafuegos y haz que el router lo reenvíe.',
    refused: 'rechaza el acceso. Ábrelo en el cortafuegos y haz que el router lo reenvíe.',
    unfinished: 'responde, pero los paquetes grandes se pierden por el camino. Mira la MTU de su red.',
    private: 'es una dirección privada. El nodo debería anunciar una pública.',
    'no-way': 'no se ha podido probar desde aquí: este dispositivo no tiene camino a esas direcciones.',
  },
  unlike: {
    udp: 'no responde, aunque TCP sí. Deja pasar UDP en el cortafuegos; una máquina con varias direcciones debe escuchar en esta (--listen).',
    tcp: 'no responde, aunque UDP sí. Deja pasar TCP en el cortafuegos.',
  },
}
