import type { Words } from '../words.ts'

export const screens: Words['screens'] = {
  share: 'Compartir pantalla',
  stop: 'Dejar de compartir',
  of: (name) => `Pantalla de ${name}`,
  own: 'Su pantalla',
  fullScreen: 'Pantalla completa',
  leaveFullScreen: 'Salir de pantalla completa',
  failed: 'No se ha podido compartir su pantalla. Vuelva a intentarlo, o elija otra ventana.',
}
