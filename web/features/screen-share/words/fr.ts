import type { Words } from '../../../i18n/words.ts'

export const screens: Words['screens'] = {
  share: 'Partager l’écran',
  stop: 'Arrêter le partage',
  of: (name) => `Écran de ${name}`,
  own: 'Votre écran',
  sharing: 'Vous partagez votre écran',
  fullScreen: 'Plein écran',
  leaveFullScreen: 'Quitter le plein écran',
  failed: 'Votre écran n’a pas pu être partagé. Réessayez, ou choisissez une autre fenêtre.',
}
