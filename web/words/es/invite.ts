import type { Words } from '../words.ts'

export const invite: Words['invite'] = {
  title: 'Invitar',
  mail: 'Por correo electrónico',
  subject: (room) => `Reunión en ${room}`,
  text: (link) =>
    `Aquí tiene la invitación a una reunión. Este enlace la abre en el navegador, sin cuenta:\n\n${link}\n`,
  scan: 'Con la cámara de un teléfono',
  code: 'Código QR del enlace a esta sala',
  meeting: 'Para una fecha',
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
  calendar: 'Archivo para su calendario',
}

export const shortcuts: Words['shortcuts'] = {
  title: 'Teclas',
  off: 'Las teclas sueltas están desactivadas en los ajustes.',
  does: {
    microphone: 'Encender o apagar el micrófono',
    camera: 'Encender o apagar la cámara',
    share: 'Compartir una pantalla, o dejar de hacerlo',
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
