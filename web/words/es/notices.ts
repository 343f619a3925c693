import type { Words } from '../words.ts'

export const notices: Words['notices'] = {
  more: (count) => `${count} más`,
  fewer: 'Mostrar menos',
  less: 'Reducir',
}
