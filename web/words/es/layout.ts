import type { Words } from '../words.ts'

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
  mirrorSelf: 'Verme como en un espejo',
  mirrorSelfHint: 'El resto te ve sin invertir.',
  pin: 'Fijar',
  unpin: 'Dejar de fijar',
  float: 'Ventana pequeña',
}
