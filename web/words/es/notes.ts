import type { Words } from '../words.ts'

export const notes: Words['notes'] = {
  title: 'Notas compartidas',
  hint: 'Aquí todo el mundo las lee y las escribe. Se borran con la sala.',
  placeholder: 'Orden del día, decisiones, enlaces… En Markdown si quiere.',
  notAllowed: 'La moderación ha desactivado los mensajes: puede leer las notas, pero no cambiarlas.',
  full: 'Las notas están llenas. Acórtelas, o guárdelas y empiece de nuevo.',
  unsent: 'Sus últimos cambios todavía no han llegado; se volverán a enviar solos.',
  writing: (names, count) => (count === 1 ? `${names} escribe…` : `${names} escriben…`),
  save: 'Guardar como archivo',
  fileName: 'notas',
}
