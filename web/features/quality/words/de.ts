import type { Words } from '../../../i18n/words.ts'

export const quality: Words['quality'] = {
  title: 'Bildqualität',
  names: { auto: 'Automatisch', low: 'Niedrig', audio: 'Nur Ton' },
  hints: {
    auto: 'So scharf, wie Ihr Bildschirm und Ihre Verbindung es zulassen.',
    low: 'Kleine Bilder, für langsame oder teure Verbindungen.',
    audio: 'Keine Gesichter, und Ihre Kamera ist aus. Geteilte Bildschirme bleiben, weniger scharf.',
  },
  soundOnly: 'Nur Ton, ohne Gesichter: etwa ein Zehntel der Daten.',
  showFaces: 'Gesichter zeigen',
  weakLink: 'Ihre Verbindung ist schwach. Nur mit Ton weitermachen?',
  hearOnly: 'Nur Ton',
  linkWell: 'Ihre Verbindung ist wieder gut. Auch die Gesichter zeigen?',
}
