import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const notifications: FurtherWords['notifications'] = {
  title: 'Notifications',
  sounds: 'Sons brefs',
  soundsHint:
    'Quand quelqu’un arrive, frappe à la porte ou écrit et, pour la modération, quand une main se lève.',
  notifies: 'Notifications du navigateur',
  notifiesHint:
    'Quand cet onglet est en arrière-plan\u202f: qui demande à entrer, qui vous écrit en privé. Jamais le contenu des messages.',
  problems: {
    refused: 'Le navigateur ne l’autorise pas. Vous pouvez l’autoriser dans ses réglages pour cette page.',
    unsupported: 'Ce navigateur n’affiche pas de notifications pour les pages.',
  },
  messagePreviews: 'Montrer un instant les nouveaux messages',
  announceArrivals: 'Annoncer aux lecteurs d’écran qui arrive et qui part',
  announceHands: 'Annoncer aux lecteurs d’écran les mains levées',
  announceMessages: 'Faire lire les messages aux lecteurs d’écran',
  keys: 'Raccourcis clavier',
  shortcuts: 'Raccourcis à une touche',
  shortcutsHint: 'M pour le micro, V pour la caméra, H pour la main, et d’autres.',
}
