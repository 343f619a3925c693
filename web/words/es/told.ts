import type { Words } from '../words.ts'

export const told: Words['told'] = {
  title: 'Avisos',
  messagePreviews: 'Mostrar un momento los mensajes nuevos',
  announceArrivals: 'Decir a los lectores de pantalla quién llega y quién sale',
  announceHands: 'Decir a los lectores de pantalla quién levanta la mano',
  announceMessages: 'Hacer que los lectores de pantalla lean los mensajes',
  keys: 'Teclas',
  shortcuts: 'Usar teclas sueltas',
  shortcutsHint: 'M para el micrófono, V para la cámara, H para la mano, y otras.',
}
