import type { Words } from '../words.ts'

export const layout: Words['layout'] = {
  title: 'Disposición',
  names: {
    grid: 'Cuadrícula',
    filmstrip: 'Quien habla y las demás personas',
    speaker: 'Solo quien habla',
  },
  hints: {
    grid: 'Todo el mundo ocupa lo mismo.',
    filmstrip: 'Quien habla se ve en grande, con las demás personas al lado.',
    speaker: 'Quien habla ocupa toda la página.',
  },
  hideSelf: 'Ocultar mi propia imagen',
  hideSelfHint: 'Las demás personas le siguen viendo.',
  mirrorSelf: 'Verme como en un espejo',
  mirrorSelfHint: 'Las demás personas le ven al derecho.',
  pin: 'Fijar',
  unpin: 'Dejar de fijar',
  float: 'Ventana pequeña',
}
