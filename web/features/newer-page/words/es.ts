import type { Words } from '../../../i18n/words.ts'

export const newerPage: Words['newerPage'] = {
  isThere: 'Hay una versión más reciente de esta página.',
  comes: 'Se cargará cuando salgas de la sala.',
  load: 'Cargarla ahora',
  opensThis: 'Cárgala para abrir esta parte; la llamada continúa.',
}
