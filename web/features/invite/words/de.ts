import type { Words } from '../../../i18n/words.ts'

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

export const first: Words['first'] = {
  title: 'Noch sind Sie allein hier',
  text: 'Teilen Sie den Link:',
  link: 'Link zu diesem Raum',
  share: 'Teilen',
  password: 'Ein Passwort verlangen',
}
