import type { Words } from '../words.ts'

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
  mirrorSelf: 'Mein eigenes Bild spiegeln',
  mirrorSelfHint: 'Die anderen sehen Sie, wie Sie sind.',
  pin: 'Anheften',
  unpin: 'Lösen',
  float: 'Kleines Fenster',
}
