import type { Words } from '../../../i18n/words.ts'

export const layout: Words['layout'] = {
  title: 'Ansicht',
  names: { grid: 'Kacheln', filmstrip: 'Wer spricht, und die anderen', speaker: 'Nur wer spricht' },
  hints: {
    grid: 'Alle sind gleich groß.',
    filmstrip: 'Wer spricht, ist groß, die anderen stehen daneben.',
    speaker: 'Wer spricht, hat die ganze Seite.',
  },
  hideSelf: 'Mein eigenes Bild ausblenden',
  hideSelfHint: 'Die anderen sehen Sie weiterhin.',
  showSelf: 'Mein eigenes Bild anzeigen',
  mirrorSelf: 'Mein eigenes Bild spiegeln',
  mirrorSelfHint: 'Die anderen sehen Sie, wie Sie sind.',
  pin: 'Anheften',
  unpin: 'Lösen',
  float: 'Kleines Fenster',
  swap: (name) => `${name} groß anzeigen`,
  moves: 'Zum Verschieben ziehen oder die Pfeiltasten drücken',
  corners: {
    'bottom-end': 'Unten rechts',
    'bottom-start': 'Unten links',
    'top-end': 'Oben rechts',
    'top-start': 'Oben links',
  },
}
