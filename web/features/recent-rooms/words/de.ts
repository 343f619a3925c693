import type { Words } from '../../../i18n/words.ts'

export const recent: Words['recent'] = {
  title: 'Ihre letzten Räume',
  remembered: 'Ihre letzten Räume sind mit ihren Links auf diesem Gerät gespeichert.',
  stop: 'Löschen und keine mehr merken',
  start: 'Meine letzten Räume auf diesem Gerät merken',
}
