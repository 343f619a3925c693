import type { Words } from '../../../i18n/words.ts'

export const files: Words['files'] = {
  sends: (name, file) => `${name} sendet eine Datei: ${file}`,
  sendsAlone: (name, file) => `${name} sendet eine Datei, nur an Sie: ${file}`,
}
