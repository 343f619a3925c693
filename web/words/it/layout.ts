import type { Words } from '../words.ts'

export const layout: Words['layout'] = {
  title: 'Disposizione',
  names: { grid: 'Griglia', filmstrip: 'Chi parla e gli altri', speaker: 'Solo chi parla' },
  hints: {
    grid: 'Tutti hanno lo stesso spazio.',
    filmstrip: 'Chi parla è in grande, gli altri stanno accanto.',
    speaker: 'Chi parla occupa tutta la pagina.',
  },
  hideSelf: 'Nascondere la propria immagine',
  hideSelfHint: 'Gli altri la vedono ancora.',
  mirrorSelf: 'Vedersi come allo specchio',
  mirrorSelfHint: 'Gli altri vedono l’immagine diritta.',
  pin: 'Fissare',
  unpin: 'Non fissare più',
  float: 'Finestra piccola',
}
