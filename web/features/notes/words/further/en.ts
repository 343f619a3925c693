/** Notes: what their panel says. */
export const notes = {
  hint: 'Everyone here can read and change them. They are erased with the room.',
  placeholder: 'Agenda, decisions, links… Markdown if you like.',
  notAllowed: 'A moderator has turned off messages: you can read the notes, and not change them.',
  full: 'The notes are full. Shorten them, or save them and start again.',
  unsent: 'Your latest changes have not reached the others yet; they are sent again by themselves.',
  writing: (names: string, count: number): string =>
    count === 1 ? `${names} is writing…` : `${names} are writing…`,
  save: 'Save as a file',
  fileName: 'notes',
}
