import type { Words } from '../words.ts'

export const devices: Words['devices'] = {
  microphone: 'Mikrofon',
  camera: 'Kamera',
  speaker: 'Lautsprecher',
  numbered: (kind, number) => `${kind} ${number}`,
  none: 'Kein Gerät gefunden',
  turnCamera: 'Kamera wechseln',
}
