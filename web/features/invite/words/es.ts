import type { Words } from '../../../i18n/words.ts'

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

export const first: Words['first'] = {
  title: 'Por ahora solo estás tú',
  text: 'Comparte el enlace:',
  link: 'Enlace a esta sala',
  share: 'Compartir',
  password: 'Pedir una contraseña',
}
