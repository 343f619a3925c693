import type { Words } from '../../../i18n/words.ts'

export const invite: Words['invite'] = {
  title: 'Inviter',
}

export const first: Words['first'] = {
  title: 'Il n’y a encore que vous',
  text: 'Partagez le lien\u202f:',
  link: 'Lien vers ce salon',
  share: 'Partager',
  password: 'Demander un mot de passe',
}
