import type { Words } from '../../../i18n/words.ts'

export const invite: Words['invite'] = {
  title: 'Einladen',
}

export const first: Words['first'] = {
  title: 'Noch sind Sie allein hier',
  text: 'Teilen Sie den Link:',
  link: 'Link zu diesem Raum',
  share: 'Teilen',
  password: 'Ein Passwort verlangen',
}
