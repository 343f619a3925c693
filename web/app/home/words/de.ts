import type { HomeWords } from '../../../i18n/home-words.ts'

export const home: HomeWords['home'] = {
  title: 'Mit zwei Klicks im Gespräch',
  lead: 'Einen Raum benennen, den Link teilen, reden. Ohne Konto, ohne Installation.',
  roomName: 'Name des Raums',
  anotherName: 'Einen anderen Namen vorschlagen',
  open: 'Raum öffnen',
  address: 'Adresse:',
  encrypted: 'Ende-zu-Ende-verschlüsselt: Sein Link ist der Schlüssel.',
  byName: 'Nur mit seinem Namen, unverschlüsselt',
  byNameCosts:
    'Leicht weiterzusagen, aber wer ihn errät, kann kommen, und wer den Raum bereitstellt, könnte mithören.',
  nothingLeft: 'Sonderzeichen allein sind kein Name: Es braucht einen Buchstaben oder eine Ziffer.',
  reserved: (word) => `„${word}“ ist reserviert: Wählen Sie ein anderes Wort.`,
  tooLong: 'Ein Name hat höchstens 64 Buchstaben und Ziffern. Bitte kürzen Sie ihn.',
  lasts:
    'Ein Raum ist da, solange jemand darin ist, dann wird er gelöscht. Nur wie seine Tür eingestellt war, bleibt einen Monat lang erhalten.',
}

export const badName: HomeWords['badName'] = {
  title: 'Kein Raum kann so heißen',
  text: (written) =>
    `„${written}“ enthält Zeichen, die ein Raumname nicht haben kann. Vielleicht ist dieser Raum gemeint:`,
  instead: (name) => `„${name}“ öffnen`,
  home: 'Einen anderen Namen wählen',
}
