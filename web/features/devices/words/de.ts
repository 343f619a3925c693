import type { Words } from '../../../i18n/words.ts'

export const devices: Words['devices'] = {
  turnCamera: 'Kamera wechseln',
}
