import type { FurtherWords } from '../../../i18n/further-words.ts'

export const link: FurtherWords['link'] = {
  damaged: {
    title: 'Dieser Link ist nicht vollständig',
    text: 'Sein Ende fehlt oder wurde unterwegs verändert. Kopieren Sie ihn noch einmal, bis zum letzten Zeichen, oder bitten Sie noch einmal darum.',
  },
  'link-required': {
    title: 'Dieser Raum ist verschlüsselt',
    text: 'Sein Name reicht nicht, um hereinzukommen: Der Schlüssel steckt im Link. Wer Sie einlädt, kann ihn Ihnen senden.',
  },
  'wrong-link': {
    title: 'Dieser Link öffnet den Raum nicht',
    text: 'Der Raum dieses Namens hat einen anderen Link. Vielleicht gibt es einen neuen: Fragen Sie bei der Person nach, die Sie eingeladen hat.',
  },
  'plain-room': {
    title: 'Dieser Raum ist nicht verschlüsselt',
    text: 'Jemand hat ihn nur mit seinem Namen geöffnet. Wer ihn bereitstellt, könnte mithören, und wer den Namen errät, kann kommen.',
  },
  'not-encrypted': {
    title: 'Das ist nicht der Raum Ihres Links',
    text: 'Ihr Link gehört zu einem verschlüsselten Raum. Der Raum, der jetzt unter diesem Namen offen ist, ist es nicht, und Sie haben ihm nichts gesendet. Fragen Sie bei der Person nach, die Sie eingeladen hat.',
  },
  field: 'Link zum Raum',
  open: 'Öffnen',
  joinPlainly: 'Ohne Verschlüsselung beitreten',
  problems: {
    'no-link': 'Das ist kein Link zu einem Raum auf dieser Website.',
    'no-key': 'In diesem Link fehlt der Schlüssel: Er geht hinter einem # weiter.',
  },
}
