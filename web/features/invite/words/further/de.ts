import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const aloud: FurtherWords['aloud'] = {
  title: 'Laut sagen',
  hint: 'Für jemanden, dem Sie den Link nicht senden können: Der Name dieses Raums und sechs Wörter genügen, etwa am Telefon.',
  make: 'Sechs Wörter bilden',
  makeOthers: 'Andere bilden',
  moment: 'Einen Augenblick…',
  tell: 'Sagen Sie diese. Man gibt sie dort ein, wo nach dem Link gefragt wird.',
  until: 'Sie öffnen diesen Raum wie der Link, solange jemand darin ist oder bis Sie sie zurücknehmen.',
  others: 'Sechs Wörter öffnen diesen Raum. Nur die Seite, die sie gebildet hat, kann sie zeigen.',
  takeBack: 'Zurücknehmen',
  ask: 'Auch sechs Wörter öffnen diesen Raum. Die Moderation hat sie gebildet.',
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
}

export const invite: FurtherWords['invite'] = {
  mail: 'Per E-Mail',
  subject: (room) => `Videokonferenz im Raum ${room}`,
  text: (link) =>
    `Sie sind zu einer Videokonferenz eingeladen. Dieser Link öffnet sie im Browser, ein Konto ist nicht nötig:\n\n${link}\n`,
  scan: 'Mit der Kamera eines Telefons',
  code: 'QR-Code des Links zu diesem Raum',
  meeting: 'Termin planen',
  when: 'Beginn',
  length: 'Dauer',
  minutes: (count) => `${count} Minuten`,
  repeats: 'Wiederholung',
  repetitions: {
    never: 'nie',
    daily: 'jeden Tag',
    weekly: 'jede Woche',
    monthly: 'jeden Monat',
  },
  calendar: 'Datei für Ihren Kalender',
}
