import type { Words } from '../../../i18n/words.ts'

export const shortcuts: Words['shortcuts'] = {
  title: 'Raccourcis clavier',
  off: 'Les raccourcis à une touche sont désactivés dans les réglages.',
  does: {
    microphone: 'Activer ou couper le micro',
    camera: 'Activer ou couper la caméra',
    share: 'Partager un écran, ou arrêter',
    hand: 'Lever ou baisser la main',
    chat: 'Discussion',
    people: 'Personnes',
    layout: 'Changer la disposition',
    fullScreen: 'Plein écran',
    more: 'Plus',
    help: 'Cette liste',
  },
  escape: 'Fermer ce qui est ouvert',
  send: 'Envoyer un message',
  line: 'Aller à la ligne dans un message',
  enter: 'Entrée',
  shiftEnter: 'Maj + Entrée',
}
