import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const swarm: FurtherWords['swarm'] = {
  lead: 'Ton und Bild laufen über Knoten: Rechner, die Menschen und Einrichtungen bereitstellen. Hier steht, wer es tut und wie viele Personen sie gerade verbinden.',
  nobody: 'Noch stellt niemand einen Knoten bereit.',
  lender: 'Bereitgestellt von',
  people: 'Personen jetzt',
  away: 'nicht erreichbar',
  own: (nodes) =>
    nodes === 1 ? 'Der eigene Knoten dieser Seite' : `Die eigenen Knoten dieser Seite (${nodes})`,
  map: (places) =>
    places === 1
      ? 'Karte mit dem Ort eines Knotens; die Tabelle sagt dasselbe.'
      : `Karte mit den Orten von ${places} Knoten; die Tabelle sagt dasselbe.`,
  lendTitle: 'Einen Knoten bereitstellen',
  lend: 'Ein gut angebundener Rechner genügt: Er braucht weder Domain noch Zertifikat noch Webserver.',
  listens:
    'Er erfährt keine Namen von Personen oder Räumen, nur Netzwerkadressen. Räume mit vollständigem Link sind Ende-zu-Ende-verschlüsselt. Bei Räumen, die nur mit ihrem Namen geöffnet wurden, könnte mithören und zusehen, wer einen Rechner bereitstellt.',
  lendAsk: 'Bitten Sie die Betreiber dieser Seite um eine Einladung: ein einziges langes Wort.',
  unnamed: 'Diese Seite sagt nicht, wer das ist.',
  lendFetch: 'Laden Sie das Programm herunter, das hier läuft:',
  lendJoin: 'Lassen Sie Ihren Rechner damit beitreten, in einer Kopie von Essaim:',
  lendStay: 'Wenn Sie mögen, setzen Sie ihm eine Obergrenze. Er macht mit, solange er läuft.',
  known:
    'Wer einen Knoten bereitstellt, wird hier und in den Räumen genannt, die über ihn laufen, mit dem angegebenen Ort, auf etwa zehn Kilometer genau.',
  data: 'Dasselbe als Daten (JSON)',
}
