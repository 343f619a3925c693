import type { Words } from '../words.ts'

export const invite: Words['invite'] = {
  title: 'Einladen',
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

export const shortcuts: Words['shortcuts'] = {
  title: 'Tastenkürzel',
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
