import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const swarm: FurtherWords['swarm'] = {
  lead: 'El sonido y la imagen pasan por nodos: máquinas que prestan personas e instituciones. Aquí está quién lo hace y a cuántas personas conectan en este momento.',
  nobody: 'Nadie presta todavía un nodo.',
  lender: 'Quién presta',
  people: 'Personas',
  away: 'no disponible',
  own: (nodes) =>
    nodes === 1 ? 'El nodo propio de este sitio' : `Los nodos propios de este sitio (${nodes})`,
  map: (places) =>
    places === 1
      ? 'Mapa con el lugar de un nodo; la tabla dice lo mismo.'
      : `Mapa con los lugares de ${places} nodos; la tabla dice lo mismo.`,
  lendTitle: 'Prestar un nodo',
  lend: 'Basta una máquina bien conectada: no necesita dominio, certificado ni servidor web.',
  listens:
    'No conoce nombres de personas ni de salas, solo direcciones de red. Las salas abiertas con un enlace entero van cifradas de extremo a extremo. En las abiertas solo con su nombre, quien presta una máquina podría escuchar y mirar.',
  lendAsk: 'Pide una invitación a quien gestiona este sitio: una sola palabra larga.',
  unnamed: 'Este sitio no dice quién es.',
  lendFetch: 'Descarga el programa que funciona aquí:',
  lendJoin: 'En tu máquina, en una copia de Essaim, haz que entre con esa palabra:',
  lendStay: 'Ponle un límite, si quieres. Participa mientras esté en marcha.',
  known:
    'Quien presta un nodo aparece aquí y en las salas que el nodo aloja, con el lugar que indicó, con unos diez kilómetros de margen.',
  data: 'Lo mismo como datos (JSON)',
}
