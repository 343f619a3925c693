import type { Words } from '../../../i18n/words.ts'

export const polls: Words['polls'] = {
  title: 'Encuestas',
}
