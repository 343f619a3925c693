import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const shortcuts: FurtherWords['shortcuts'] = {
  off: 'Die Tastenkürzel sind in den Einstellungen ausgeschaltet.',
  does: {
    microphone: 'Mikrofon ein oder aus',
    camera: 'Kamera ein oder aus',
    share: 'Bildschirm teilen oder Teilen beenden',
    hand: 'Hand heben oder senken',
    chat: 'Chat',
    people: 'Personen',
    layout: 'Ansicht wechseln',
    fullScreen: 'Vollbild',
    more: 'Mehr',
    help: 'Diese Liste',
  },
  escape: 'Schließen, was offen ist',
  send: 'Nachricht senden',
  line: 'Neue Zeile in einer Nachricht',
  enter: 'Eingabe',
  shiftEnter: 'Umschalt + Eingabe',
}
