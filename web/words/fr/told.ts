import type { Words } from '../words.ts'

export const told: Words['told'] = {
  title: 'Ce qui vous est signalé',
  messagePreviews: 'Montrer un instant les nouveaux messages',
  announceArrivals: 'Dire aux lecteurs d’écran qui arrive et qui part',
  announceHands: 'Dire aux lecteurs d’écran les mains levées',
  announceMessages: 'Faire lire les messages aux lecteurs d’écran',
  keys: 'Touches',
  shortcuts: 'Raccourcis à une touche',
  shortcutsHint: 'M pour le micro, V pour la caméra, H pour la main, et d’autres.',
}
