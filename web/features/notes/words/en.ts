/** The shared notes. */
export const notes = {
  title: 'Shared notes',
}
