/** The door of a room: its password, its lobby, its lock, and who waits before it. */
export const door = {
  title: 'Door',
  /** Of somebody who moderates because they opened the room. */
  creator: 'moderator, opened the room',
  /** The state of the door in a line, under its name. */
  state: {
    open: 'Open to everyone who has the link',
    password: 'A password is needed',
    lobby: 'Newcomers wait in the lobby',
    locked: 'Locked: nobody else can come in',
  },

  passwordTitle: 'This room has a password',
  passwordText: 'Whoever invited you knows it.',
  password: 'Password',
  showPassword: 'Show the password',
  problems: {
    'wrong-password': 'That is not the password. Please check how it is written, capitals included.',
    'too-many-tries': 'Those were many tries in a row. Please wait a minute before the next one.',
  },

  waitTitle: 'You are in the lobby',
  waitText: 'You come in as soon as a moderator opens the door for you.',
  waitLong:
    'Nobody has opened yet. You can go on waiting, or tell whoever invited you that you are in the lobby.',

  waiting: (count: number): string =>
    count === 1 ? '1 person wants to come in' : `${count} people want to come in`,
  knocked: (name: string): string => `${name} wants to come in`,
  see: 'See who',
  since: (time: string): string => `since ${time}`,
  nobodyWaits: 'Nobody wants to come in.',
  admit: 'Let in',
  admitName: (name: string): string => `Let in ${name}`,
  admitAll: 'Let all in',
  deny: 'Refuse',
  denyName: (name: string): string => `Refuse ${name}`,

  lobby: 'Lobby',
  lobbyHint: 'Whoever comes waits until a moderator lets them in.',
  lock: 'Lock the room',
  lockHint: 'Nobody else can come in, not even into the lobby.',
  passwordHint: 'Whoever comes has to know it. People who are in the room stay.',
  newPassword: 'New password',
  setPassword: 'Set the password',
  changePassword: 'Change',
  removePassword: 'Remove',
  passwordIsSet: 'The room has a password. Essaim does not know it, and cannot show it again.',
  /** For whoever opened the room, and for other moderators. */
  keeps:
    'You opened this room: once two people have met in it, its door stays as you leave it for 30 days after everybody has left.',
  keepsNot: 'What you change here holds until everybody has left.',
  failed: 'That did not work. Please try again.',
}
