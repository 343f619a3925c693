import type { Words } from '../words.ts'

export const invite: Words['invite'] = {
  title: 'Invitar',
  mail: 'Por correo electrónico',
  subject: (room) => `Reunión en ${room}`,
  text: (link) => `Te invitan a una reunión. Este enlace la abre en el navegador, sin cuenta:\n\n${link}\n`,
  scan: 'Con la cámara de un teléfono',
  code: 'Código QR del enlace a esta sala',
  meeting: 'Programar una reunión',
  when: 'Empieza',
  length: 'Dura',
  minutes: (count) => `${count} minutos`,
  repeats: 'Se repite',
  repetitions: {
    never: 'nunca',
    daily: 'cada día',
    weekly: 'cada semana',
    monthly: 'cada mes',
  },
  calendar: 'Archivo para tu calendario',
}

export const shortcuts: Words['shortcuts'] = {
  title: 'Atajos de teclado',
  off: 'Los atajos de una tecla están desactivados en los ajustes.',
  does: {
    microphone: 'Activar o silenciar el micrófono',
    camera: 'Activar o desactivar la cámara',
    share: 'Compartir pantalla, o dejar de hacerlo',
    hand: 'Levantar o bajar la mano',
    chat: 'Chat',
    people: 'Personas',
    layout: 'Cambiar la disposición',
    fullScreen: 'Pantalla completa',
    more: 'Más',
    help: 'Esta lista',
  },
  escape: 'Cerrar lo que esté abierto',
  send: 'Enviar un mensaje',
  line: 'Una línea nueva en un mensaje',
  enter: 'Intro',
  shiftEnter: 'Mayús + Intro',
}
