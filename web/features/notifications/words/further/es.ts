import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const notifications: FurtherWords['notifications'] = {
  title: 'Notificaciones',
  sounds: 'Sonidos breves',
  soundsHint:
    'Cuando alguien llega, llama a la puerta o escribe y, para quien modera, cuando se levanta una mano.',
  notifies: 'Notificaciones del navegador',
  notifiesHint:
    'Cuando esta pestaña está en segundo plano: quién pide entrar y quién te escribe en privado, nunca el contenido.',
  problems: {
    refused: 'El navegador no lo permite. Puedes permitirlo en sus ajustes para esta página.',
    unsupported: 'Este navegador no muestra notificaciones de páginas.',
  },
  messagePreviews: 'Mostrar un momento los mensajes nuevos',
  announceArrivals: 'Avisar a los lectores de pantalla de quién llega y quién sale',
  announceHands: 'Avisar a los lectores de pantalla de quién levanta la mano',
  announceMessages: 'Hacer que los lectores de pantalla lean los mensajes',
  keys: 'Atajos de teclado',
  shortcuts: 'Atajos de una sola tecla',
  shortcutsHint: 'M para el micrófono, V para la cámara, H para la mano, y otras.',
}
