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
