import type { Words } from '../words.ts'

export const swarm: Words['swarm'] = {
  link: 'Wer die Knoten leiht',
  title: 'Der Schwarm',
  lead: 'Ton und Bild gehen durch Knoten: Rechner, die Menschen und Einrichtungen leihen. Hier steht, wer es tut und wie viele Menschen sie gerade tragen.',
  loading: 'Wir fragen herum…',
  failed: 'Die Liste ist nicht angekommen.',
  nobody: 'Noch leiht niemand einen Knoten.',
  lender: 'Leihgeber',
  people: 'Menschen jetzt',
  away: 'nicht da',
  own: (nodes) =>
    nodes === 1 ? 'Der eigene Knoten dieser Seite' : `Die eigenen Knoten dieser Seite (${nodes})`,
  map: (places) =>
    places === 1
      ? 'Karte mit dem Ort eines Knotens; die Tabelle sagt dasselbe.'
      : `Karte mit den Orten von ${places} Knoten; die Tabelle sagt dasselbe.`,
  lendTitle: 'Einen Knoten leihen',
  lend: 'Ein gut angebundener Rechner genügt: Er braucht weder Domain noch Zertifikat noch Webserver.',
  listens:
    'Er erfährt keine Namen von Personen oder Räumen, nur Netzwerkadressen. Aber Ton und Bild sind noch nicht Ende-zu-Ende-verschlüsselt: Wer einen Rechner leiht, könnte mithören und zusehen.',
  lendAsk: 'Bitten Sie die Betreiber dieser Seite um eine Einladung: ein einziges langes Wort.',
  lendJoin: 'Lassen Sie Ihren Rechner damit beitreten, in einer Kopie von Essaim:',
  lendStay: 'Sagen Sie, wenn Sie mögen, was er höchstens tragen soll. Er macht mit, solange er läuft.',
  known:
    'Wer leiht, wird hier und in den Räumen genannt, die der Knoten trägt, mit dem angegebenen Ort, auf etwa zehn Kilometer genau.',
  data: 'Dasselbe als Daten (JSON)',
}

export const hosts: Words['hosts'] = {
  title: 'Wählen, wer den Raum trägt',
  label: 'Gastgeber',
  swarm: 'Der Schwarm entscheidet',
  note: 'Das gilt, wenn der Raum sich mit Ihnen öffnet und der Knoten dann noch Räume aufnimmt. Es wird nicht gespeichert.',
}
