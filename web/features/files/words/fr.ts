import type { Words } from '../../../i18n/words.ts'

export const files: Words['files'] = {
  sends: (name, file) => `${name} envoie un fichier\u202f: ${file}`,
  sendsAlone: (name, file) => `${name} envoie un fichier, à vous seulement\u202f: ${file}`,
}
