import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const aloud: FurtherWords['aloud'] = {
  title: 'Decirlo en voz alta',
  hint: 'Para alguien a quien no puedes enviar el enlace: bastan el nombre de esta sala y seis palabras, por teléfono por ejemplo.',
  make: 'Crear seis palabras',
  makeOthers: 'Crear otras',
  moment: 'Un momento…',
  tell: 'Di estas. Se escriben donde se pide el enlace.',
  until: 'Abren esta sala, como su enlace, mientras haya alguien en ella o hasta que las retires.',
  others: 'Seis palabras abren esta sala. Solo la página que las creó puede mostrarlas.',
  takeBack: 'Retirarlas',
  ask: 'También seis palabras abren esta sala. Las creó quien modera.',
  failed: 'No ha funcionado. Inténtalo de nuevo.',
}

export const invite: FurtherWords['invite'] = {
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
