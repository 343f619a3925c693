import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const notes: FurtherWords['notes'] = {
  hint: 'Aquí todo el mundo puede leerlas y cambiarlas. Se borran con la sala.',
  placeholder: 'Orden del día, decisiones, enlaces… En Markdown, si quieres.',
  notAllowed: 'La moderación ha desactivado los mensajes: puedes leer las notas, pero no cambiarlas.',
  full: 'Las notas están llenas. Acórtalas, o guárdalas y empieza de nuevo.',
  unsent: 'Tus últimos cambios todavía no han llegado; se volverán a enviar solos.',
  writing: (names, count) => (count === 1 ? `${names} escribe…` : `${names} escriben…`),
  save: 'Guardar como archivo',
  fileName: 'notas',
}
