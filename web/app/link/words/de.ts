import type { FurtherWords } from '../../../i18n/further-words.ts'

export const link: FurtherWords['link'] = {
  damaged: {
    title: 'Dieser Link ist nicht vollständig',
    text: 'Sein Ende fehlt oder wurde unterwegs verändert. Kopieren Sie ihn noch einmal, bis zum letzten Zeichen, oder bitten Sie noch einmal darum.',
  },
  'link-required': {
    title: 'Dieser Raum ist verschlüsselt',
    text: 'Sein Name reicht nicht, um hereinzukommen: Der Schlüssel steckt im Link. Wer Sie einlädt, kann ihn Ihnen senden oder Ihnen sechs Wörter sagen.',
  },
  'wrong-link': {
    title: 'Dieser Link öffnet den Raum nicht',
    text: 'Der Raum dieses Namens hat einen anderen Link. Vielleicht gibt es einen neuen: Fragen Sie bei der Person nach, die Sie eingeladen hat.',
  },
  'link-changed': {
    title: 'Der Link dieses Raums wurde geändert',
    text: 'Ihrer führt nicht mehr herein. Bitten Sie jemanden, der im Raum ist, um den neuen.',
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
  spoken: {
    field: 'Sechs Wörter, die man Ihnen gesagt hat',
    open: 'Öffnen',
    hint: 'In jeder Sprache dieser Seite; von jedem genügen die ersten vier Buchstaben.',
    moment: 'Einen Augenblick…',
    count: (known, needed) => `${known} von ${needed} Wörtern`,
    notAWord: '(steht nicht auf der Liste)',
    problems: {
      unknown: 'Eines davon steht nicht auf der Liste. Prüfen Sie es, oder schreiben Sie es ganz aus.',
      few: 'Es müssen sechs Wörter sein.',
      many: 'Das sind mehr als sechs Wörter.',
      wrong:
        'Das sind nicht die Wörter dieses Raums. Sie gelten, solange jemand darin ist: Lassen Sie sie sich noch einmal sagen, und prüfen Sie den Namen des Raums.',
      'too-many-tries':
        'Das waren viele Versuche hintereinander. Bitte warten Sie vor dem nächsten eine Minute.',
      unreachable: 'Der Raum ist gerade nicht zu erreichen. Bitte versuchen Sie es noch einmal.',
    },
  },
}
