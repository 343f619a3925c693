import type { Words } from '../../../i18n/words.ts'

export const files: Words['files'] = {
  sends: (name, file) => `${name} envía un archivo: ${file}`,
  sendsAlone: (name, file) => `${name} envía un archivo, solo a ti: ${file}`,
}
