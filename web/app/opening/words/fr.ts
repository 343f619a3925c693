import type { Words } from '../../../i18n/words.ts'

export const opening: Words['opening'] = {
  waitForPanel: 'Ouverture…',
  tryAgain: 'Réessayer',
  wait: 'Ouverture du salon…',
  failedTitle: 'La page n’a pas pu se charger entièrement',
  failedText: 'Il en manque une partie. Vérifiez votre connexion, puis rechargez la page.',
  reload: 'Recharger la page',
  damagedLink: 'Ce lien n’est pas entier\u202f: copiez-le de nouveau, jusqu’au dernier signe.',
}
