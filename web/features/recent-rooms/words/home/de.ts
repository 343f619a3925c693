import type { HomeWords } from '../../../../i18n/home-words.ts'

export const recent: HomeWords['recent'] = {
  title: 'Ihre letzten Räume',
  remembered: 'Ihre letzten Räume sind mit ihren Links auf diesem Gerät gespeichert.',
  stop: 'Löschen und keine mehr merken',
  start: 'Meine letzten Räume auf diesem Gerät merken',
}
