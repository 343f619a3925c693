import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const talk: FurtherWords['talk'] = {
  title: 'Pulsar para hablar',
  holdsToTalk: 'Que me oigan mientras mantengo pulsada la tecla',
  holdsToTalkHint: 'Para decir algo de paso, con el micrófono silenciado.',
  pushToTalk: 'Micrófono silenciado de entrada',
  pushToTalkHint: 'Solo se te oye mientras mantienes pulsada la tecla, o un botón grande.',
  key: 'La tecla',
  keyHint: 'Solo F1 a F24 funcionan también mientras escribes.',
  press: 'Pulsa una tecla…',
  cancel: 'Esc conserva la que tienes.',
  taken: 'Esa tecla ya hace otra cosa. Pulsa otra.',
}
