import type { Words } from '../words.ts'

export const told: Words['told'] = {
  title: 'Notificaciones',
  messagePreviews: 'Mostrar un momento los mensajes nuevos',
  announceArrivals: 'Avisar a los lectores de pantalla de quién llega y quién sale',
  announceHands: 'Avisar a los lectores de pantalla de quién levanta la mano',
  announceMessages: 'Hacer que los lectores de pantalla lean los mensajes',
  keys: 'Atajos de teclado',
  shortcuts: 'Atajos de una sola tecla',
  shortcutsHint: 'M para el micrófono, V para la cámara, H para la mano, y otras.',
}
