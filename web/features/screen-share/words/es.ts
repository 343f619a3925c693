import type { Words } from '../../../i18n/words.ts'

export const screens: Words['screens'] = {
  share: 'Compartir pantalla',
  stop: 'Dejar de compartir',
  of: (name) => `Pantalla de ${name}`,
  own: 'Tu pantalla',
  sharing: 'Estás compartiendo tu pantalla',
  fullScreen: 'Pantalla completa',
  leaveFullScreen: 'Salir de pantalla completa',
  failed: 'No se ha podido compartir tu pantalla. Vuelve a intentarlo, o elige otra ventana.',
}
