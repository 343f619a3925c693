import type { Words } from '../words.ts'

export const devices: Words['devices'] = {
  microphone: 'Micrófono',
  camera: 'Cámara',
  speaker: 'Altavoz',
  numbered: (kind, number) => `${kind} ${number}`,
  none: 'No se ha encontrado ninguno',
  turnCamera: 'Cambiar de cámara',
}
