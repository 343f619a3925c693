import type { Words } from '../words.ts'

export const check: Words['check'] = {
  title: '¿Se llega a este nodo?',
  trying: 'Se intenta llegar al nodo desde aquí. Tarda como mucho un cuarto de minuto.',
  spent:
    'Este enlace ya no vale: cada uno sirve para un solo intento, durante un cuarto de hora. El nodo da otro por sí mismo.',
  failed:
    'La respuesta no ha llegado. Compruebe la conexión de este dispositivo; el nodo da otro enlace en uno o dos minutos.',
  reached: (lender) => `Se llega al nodo de ${lender}: pueden venir salas. Puede cerrar esta página.`,
  closed: (lender) =>
    `No se llega al nodo de ${lender} por todas partes, así que aún no vienen salas. Abajo se dice qué hacer; después el nodo dará otro enlace.`,
  ports: {
    reached: 'responde',
    silent: 'no responde. Ábralo en el cortafuegos, y haga que el router lo reenvíe.',
    refused: 'rechaza el acceso. Ábralo en el cortafuegos, y haga que el router lo reenvíe.',
    unfinished: 'responde, pero los paquetes grandes se pierden por el camino. Mire la MTU de su red.',
    private: 'es una dirección privada. El nodo debería anunciar una pública.',
    'no-way': 'no se ha podido probar desde aquí: este dispositivo no tiene camino a esas direcciones.',
  },
}
