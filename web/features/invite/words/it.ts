import type { Words } from '../../../i18n/words.ts'

export const invite: Words['invite'] = {
  title: 'Invita',
}

export const first: Words['first'] = {
  title: 'Per ora ci sei solo tu',
  text: 'Condividi il link:',
  link: 'Link a questa stanza',
  share: 'Condividi',
  password: 'Chiedi una password',
}
