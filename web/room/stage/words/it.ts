import type { Words } from '../../../i18n/words.ts'

export const layout: Words['layout'] = {
  title: 'Disposizione',
  names: { grid: 'Griglia', filmstrip: 'Chi parla e gli altri', speaker: 'Solo chi parla' },
  hints: {
    grid: 'Tutti hanno lo stesso spazio.',
    filmstrip: 'Chi parla è in grande, gli altri stanno accanto.',
    speaker: 'Chi parla occupa tutta la pagina.',
  },
  hideSelf: 'Nascondi la mia immagine',
  hideSelfHint: 'Gli altri ti vedono ancora.',
  showSelf: 'Mostra la mia immagine',
  mirrorSelf: 'Specchia la mia immagine',
  mirrorSelfHint: 'Gli altri ti vedono come sei.',
  pin: 'Fissa',
  unpin: 'Non fissare più',
  float: 'Finestra piccola',
  swap: (name) => `Mostra ${name} in grande`,
  moves: 'Per spostare l’immagine, trascinala o usa le frecce',
  corners: {
    'bottom-end': 'In basso a destra',
    'bottom-start': 'In basso a sinistra',
    'top-end': 'In alto a destra',
    'top-start': 'In alto a sinistra',
  },
}
