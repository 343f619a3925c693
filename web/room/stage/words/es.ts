import type { Words } from '../../../i18n/words.ts'

export const layout: Words['layout'] = {
  title: 'Disposición',
  names: {
    grid: 'Mosaico',
    filmstrip: 'Quien habla y el resto',
    speaker: 'Solo quien habla',
  },
  hints: {
    grid: 'Todo el mundo ocupa lo mismo.',
    filmstrip: 'Quien habla se ve en grande, con el resto al lado.',
    speaker: 'Quien habla ocupa toda la página.',
  },
  hideSelf: 'Ocultar mi propia imagen',
  hideSelfHint: 'El resto te sigue viendo.',
  showSelf: 'Mostrar mi propia imagen',
  mirrorSelf: 'Verme como en un espejo',
  mirrorSelfHint: 'El resto te ve sin invertir.',
  pin: 'Fijar',
  unpin: 'Dejar de fijar',
  float: 'Ventana pequeña',
  swap: (name) => `Mostrar a ${name} en grande`,
  moves: 'Para mover la imagen, arrástrala o usa las flechas',
  corners: {
    'bottom-end': 'Abajo a la derecha',
    'bottom-start': 'Abajo a la izquierda',
    'top-end': 'Arriba a la derecha',
    'top-start': 'Arriba a la izquierda',
  },
}
