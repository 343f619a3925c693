import type { Words } from '../../../i18n/words.ts'

export const layout: Words['layout'] = {
  title: 'Disposition',
  names: {
    grid: 'Mosaïque',
    filmstrip: 'La personne qui parle et les autres',
    speaker: 'La personne qui parle, seule',
  },
  hints: {
    grid: 'Tout le monde a la même taille.',
    filmstrip: 'Qui parle est en grand, les autres sont à côté.',
    speaker: 'Qui parle occupe toute la page.',
  },
  hideSelf: 'Masquer ma propre image',
  hideSelfHint: 'Les autres vous voient toujours.',
  showSelf: 'Afficher ma propre image',
  mirrorSelf: 'Me voir comme dans un miroir',
  mirrorSelfHint: 'Les autres vous voient à l’endroit.',
  pin: 'Épingler',
  unpin: 'Ne plus épingler',
  float: 'Petite fenêtre',
  swap: (name) => `Afficher ${name} en grand`,
  moves: 'Pour déplacer l’image, glissez-la ou utilisez les flèches',
  corners: {
    'bottom-end': 'En bas à droite',
    'bottom-start': 'En bas à gauche',
    'top-end': 'En haut à droite',
    'top-start': 'En haut à gauche',
  },
}
