import type { Words } from '../../../i18n/words.ts'

export const recording: Words['recording'] = {
  title: 'Aufnehmen',
}
