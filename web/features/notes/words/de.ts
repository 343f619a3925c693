import type { Words } from '../../../i18n/words.ts'

export const notes: Words['notes'] = {
  title: 'Gemeinsame Notizen',
}
