import type { Words } from '../../../i18n/words.ts'

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
