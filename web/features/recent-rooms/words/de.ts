import type { Words } from '../../../i18n/words.ts'

export const remembered: Words['remembered'] = {
  yes: 'Ihr Name und Ihre Einstellungen bleiben nur in diesem Browser gespeichert.',
  no: 'Dieser Browser lässt die Seite nichts speichern: Beim nächsten Mal wählen Sie neu.',
  forget: 'Löschen',
  forgotten: 'Gelöscht.',
}
