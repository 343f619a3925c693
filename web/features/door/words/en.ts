/** The door of a room: its password, its lobby, its lock, and who waits before it. */
export const door = {
  title: 'Door',
  /** The state of the door in a line, under its name. */
  state: {
    open: 'Open to everyone who has the link',
    password: 'A password is needed',
    lobby: 'Newcomers wait in the lobby',
    locked: 'Locked: nobody else can come in',
  },

  waiting: (count: number): string =>
    count === 1 ? '1 person wants to come in' : `${count} people want to come in`,
  knocked: (name: string): string => `${name} wants to come in`,
  see: 'See who',
  admit: 'Let in',
  admitName: (name: string): string => `Let in ${name}`,
  failed: 'That did not work. Please try again.',
}
