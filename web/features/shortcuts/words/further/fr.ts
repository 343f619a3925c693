import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const shortcuts: FurtherWords['shortcuts'] = {
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
