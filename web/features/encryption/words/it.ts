import type { Words } from '../../../i18n/words.ts'

export const encryption: Words['encryption'] = {
  unreadableName: 'qualcuno dal nome illeggibile',
  title: 'Chi può ascoltare',
  encrypted: 'Cifrata end-to-end',
  byLink: 'Cifrata dal link',
  plain: 'Non cifrata',
  couldListen: 'Non cifrata: chi ospita questa stanza potrebbe ascoltare.',
}
