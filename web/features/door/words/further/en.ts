/** The door of a room: who comes to it, and who minds it. */
export const door = {
  /** Of somebody who moderates because they opened the room. */
  creator: 'moderator, opened the room',
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
  since: (time: string): string => `since ${time}`,
  nobodyWaits: 'Nobody wants to come in.',
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
}
