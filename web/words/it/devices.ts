import type { Words } from '../words.ts'

export const devices: Words['devices'] = {
  microphone: 'Microfono',
  camera: 'Videocamera',
  speaker: 'Altoparlante',
  numbered: (kind, number) => `${kind} ${number}`,
  none: 'Nessun dispositivo trovato',
  turnCamera: 'Cambia videocamera',
}
