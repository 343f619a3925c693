import type { Words } from '../../../i18n/words.ts'

export const notifications: Words['notifications'] = {
  wroteToYou: (name) => `${name} ti ha scritto`,
}
