import type { Words } from '../words.ts'

export const devices: Words['devices'] = {
  microphone: 'Micro',
  camera: 'Caméra',
  speaker: 'Haut-parleur',
  numbered: (kind, number) => `${kind} ${number}`,
  none: 'Aucun appareil trouvé',
  turnCamera: 'Changer de caméra',
}
