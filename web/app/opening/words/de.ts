import type { Words } from '../../../i18n/words.ts'

export const opening: Words['opening'] = {
  waitForPanel: 'Wird geöffnet…',
  tryAgain: 'Erneut versuchen',
  wait: 'Der Raum wird geöffnet…',
  failedTitle: 'Die Seite wurde nicht vollständig geladen',
  failedText: 'Ein Teil ist nicht angekommen. Prüfen Sie Ihre Verbindung und laden Sie die Seite neu.',
  reload: 'Seite neu laden',
  damagedLink: 'Dieser Link ist nicht vollständig: Kopieren Sie ihn noch einmal, bis zum letzten Zeichen.',
}
