import type { Words } from '../../../i18n/words.ts'

export const files: Words['files'] = {
  sends: (name, file) => `${name} invia un file: ${file}`,
  sendsAlone: (name, file) => `${name} invia un file, solo a te: ${file}`,
}
