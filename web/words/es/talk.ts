import type { Words } from '../words.ts'

export const talk: Words['talk'] = {
  title: 'Pulsar para hablar',
  holdsToTalk: 'Que me oigan mientras mantengo la tecla',
  holdsToTalkHint: 'Para decir algo de paso, con el micrófono apagado.',
  pushToTalk: 'Micrófono apagado de entrada',
  pushToTalkHint: 'Solo se le oye mientras mantiene la tecla, o un botón grande.',
  key: 'La tecla',
  keyHint: 'Solo F1 a F24 funcionan también mientras escribe.',
  press: 'Pulse una tecla…',
  cancel: 'Esc conserva la que tiene.',
  taken: 'Esa tecla ya hace otra cosa. Pulse otra.',
  space: 'Espacio',
  left: (key) => `${key} izquierda`,
  right: (key) => `${key} derecha`,
  hold: 'Mantener para hablar',
  heard: 'Se le oye',
}
