import type { Words } from '../../../i18n/words.ts'

export const encryption: Words['encryption'] = {
  unreadableName: 'quelqu’un dont le nom est illisible',
  title: 'Qui peut écouter',
  encrypted: 'Chiffré de bout en bout',
  byLink: 'Chiffré par le lien',
  plain: 'Non chiffré',
  couldListen: 'Non chiffré\u202f: qui héberge ce salon pourrait écouter.',
}
