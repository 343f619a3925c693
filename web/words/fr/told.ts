import type { Words } from '../words.ts'

export const told: Words['told'] = {
  title: 'Notifications',
  messagePreviews: 'Montrer un instant les nouveaux messages',
  announceArrivals: 'Annoncer aux lecteurs d’écran qui arrive et qui part',
  announceHands: 'Annoncer aux lecteurs d’écran les mains levées',
  announceMessages: 'Faire lire les messages aux lecteurs d’écran',
  keys: 'Raccourcis clavier',
  shortcuts: 'Raccourcis à une touche',
  shortcutsHint: 'M pour le micro, V pour la caméra, H pour la main, et d’autres.',
}
