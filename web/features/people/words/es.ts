import type { Words } from '../../../i18n/words.ts'

export const people: Words['people'] = {
  cutOff: 'Conexión interrumpida',
  silenced: 'sin sonido para ti',
  hearAgain: (name) => `Volver a oír a ${name}`,
  forbidden: {
    microphone: 'Por ahora la moderación ha desactivado los micrófonos',
    camera: 'Por ahora la moderación ha desactivado las cámaras',
    screen: 'Por ahora la moderación ha desactivado las pantallas compartidas',
    chat: 'Por ahora la moderación ha cerrado el chat',
  },
}
