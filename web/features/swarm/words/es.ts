import type { Words } from '../../../i18n/words.ts'

export const swarm: Words['swarm'] = {
  link: 'Quién presta los nodos',
  title: 'El enjambre',
  lead: 'El sonido y la imagen pasan por nodos: máquinas que prestan personas e instituciones. Aquí está quién lo hace y a cuántas personas conectan en este momento.',
  loading: 'Preguntando…',
  failed: 'La lista no ha llegado.',
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
    'No conoce nombres de personas ni de salas, solo direcciones de red. Pero el sonido y la imagen aún no van cifrados de extremo a extremo: quien presta una máquina podría escuchar y mirar.',
  lendAsk: 'Pide una invitación a quien gestiona este sitio: una sola palabra larga.',
  unnamed: 'Este sitio no dice quién es.',
  lendFetch: 'Descarga el programa que funciona aquí:',
  lendJoin: 'En tu máquina, en una copia de Essaim, haz que entre con esa palabra:',
  lendStay: 'Ponle un límite, si quieres. Participa mientras esté en marcha.',
  known:
    'Quien presta un nodo aparece aquí y en las salas que el nodo aloja, con el lugar que indicó, con unos diez kilómetros de margen.',
  data: 'Lo mismo como datos (JSON)',
}

export const hosts: Words['hosts'] = {
  title: 'Elegir quién aloja la sala',
  label: 'Alojada por',
  swarm: 'Decide el enjambre',
  note: 'Vale si abres tú la sala y ese nodo todavía acepta salas. La elección no se guarda.',
}
