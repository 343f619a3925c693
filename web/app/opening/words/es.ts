import type { Words } from '../../../i18n/words.ts'

export const opening: Words['opening'] = {
  waitForPanel: 'Abriendo…',
  tryAgain: 'Reintentar',
  wait: 'Abriendo la sala…',
  failedTitle: 'La página no se ha cargado por completo',
  failedText: 'Falta una parte. Comprueba tu conexión y recarga la página.',
  reload: 'Recargar la página',
  damagedLink: 'Este enlace no está entero: cópialo otra vez, hasta el último carácter.',
}
