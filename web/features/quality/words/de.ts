import type { Words } from '../../../i18n/words.ts'

export const quality: Words['quality'] = {
  soundOnly: 'Nur Ton, ohne Gesichter: etwa ein Zehntel der Daten.',
  showFaces: 'Gesichter zeigen',
  weakLink: 'Ihre Verbindung ist schwach. Nur mit Ton weitermachen?',
  hearOnly: 'Nur Ton',
  linkWell: 'Ihre Verbindung ist wieder gut. Auch die Gesichter zeigen?',
}
