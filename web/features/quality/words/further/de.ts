import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const quality: FurtherWords['quality'] = {
  title: 'Bildqualität',
  names: { auto: 'Automatisch', low: 'Niedrig', audio: 'Nur Ton' },
  hints: {
    auto: 'So scharf, wie Ihr Bildschirm und Ihre Verbindung es zulassen.',
    low: 'Kleine Bilder, für langsame oder teure Verbindungen.',
    audio: 'Keine Gesichter, und Ihre Kamera ist aus. Geteilte Bildschirme bleiben, weniger scharf.',
  },
}
