import type { Words } from '../words.ts'

export const home: Words['home'] = {
  title: 'Mit zwei Klicks im Gespräch',
  lead: 'Einen Raum benennen, den Link teilen, reden. Ohne Konto, ohne Installation.',
  roomName: 'Name des Raums',
  anotherName: 'Einen anderen Namen vorschlagen',
  open: 'Raum öffnen',
  address: 'Adresse:',
  nothingLeft: 'Sonderzeichen allein sind kein Name: Es braucht einen Buchstaben oder eine Ziffer.',
  reserved: (word) => `„${word}“ ist reserviert: Wählen Sie ein anderes Wort.`,
  tooLong: 'Ein Name hat höchstens 64 Buchstaben und Ziffern. Bitte kürzen Sie ihn.',
  lasts:
    'Ein Raum ist da, solange jemand darin ist, dann wird er gelöscht. Nur wie seine Tür eingestellt war, bleibt einen Monat lang erhalten.',
  remembered: 'Ihr Name und Ihre Einstellungen bleiben nur in diesem Browser gespeichert.',
  notRemembered: 'Dieser Browser lässt die Seite nichts speichern: Beim nächsten Mal wählen Sie neu.',
  forget: 'Löschen',
  forgotten: 'Gelöscht.',
}

export const badName: Words['badName'] = {
  title: 'Kein Raum kann so heißen',
  text: (written) =>
    `„${written}“ enthält Zeichen, die ein Raumname nicht haben kann. Vielleicht ist dieser Raum gemeint:`,
  instead: (name) => `„${name}“ öffnen`,
  home: 'Einen anderen Namen wählen',
}

export const opening: Words['opening'] = {
  waitForPanel: 'Wird geöffnet…',
  tryAgain: 'Erneut versuchen',
  wait: 'Der Raum wird geöffnet…',
  failedTitle: 'Die Seite wurde nicht vollständig geladen',
  failedText: 'Ein Teil ist nicht angekommen. Prüfen Sie Ihre Verbindung und laden Sie die Seite neu.',
  reload: 'Seite neu laden',
}

export const colophon = {
  operator: 'Betrieben von',
  contact: 'Kontakt',
  legal: 'Datenschutz und Impressum',
  thisSite: 'dieser Seite selbst',
  licence: 'Freie Software, AGPL-3.0 oder neuer:',
  source: 'Quelltext',
  licences: 'Lizenzen',
}

export const recent: Words['recent'] = {
  title: 'Ihre letzten Räume',
  remembered: 'Ihre letzten Räume sind auf diesem Gerät gespeichert.',
  stop: 'Löschen und keine mehr merken',
  start: 'Meine letzten Räume auf diesem Gerät merken',
}
