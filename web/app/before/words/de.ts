import type { Words } from '../../../i18n/words.ts'

export const before: Words['before'] = {
  room: (room) => `Raum ${room}`,
  title: 'Kann es losgehen?',
  name: 'Ihr Name',
  namePlaceholder: 'Diesen Namen sehen die anderen',
  join: 'Beitreten',
  joinAsSecond: 'Als zweite Person beitreten',
  devices: 'Geräte wählen',
  picture: 'Ihr Bild',
  cameraOff: 'Ihre Kamera ist aus',
  cameraStarting: 'Ihre Kamera startet…',
  heard: 'Ihr Mikrofon hört Sie.',
  speak: 'Sagen Sie etwas: Der Balken bewegt sich, wenn Ihr Mikrofon Sie hört.',
  unmeasured: 'Ihr Mikrofon ist an; wie laut es ist, lässt sich hier nicht messen.',
  micOff: 'Sie treten stummgeschaltet bei.',
  micStarting: 'Ihr Mikrofon startet…',
  allow: 'Vielleicht fragt Ihr Browser um Erlaubnis: Schauen Sie bei der Adresszeile nach.',
  guest: 'Gast',
}

export const here: Words['here'] = {
  inRoom: 'Sie sind schon in diesem Raum, in einem anderen Tab.',
  silent: 'Der andere Tab antwortet nicht. Schließen Sie ihn, oder treten Sie als zweite Person bei.',
  takeOver: 'In diesem Tab weitermachen',
}
