/** Home, and a room that cannot be. */
export const home = {
  title: 'Meet in two clicks',
  lead: 'Name a room, share its link, talk. No account, nothing to install.',
  roomName: 'Name of the room',
  anotherName: 'Suggest another name',
  open: 'Open the room',
  address: 'Its address:',
  encrypted: 'Encrypted from end to end: its link is the key.',
  byName: 'By its name alone, not encrypted',
  byNameCosts:
    'Easy to say aloud, but anybody who guesses it can come, and whoever carries the room could listen.',
  nothingLeft: 'A name needs a letter or a digit, too.',
  reserved: (word: string): string => `“${word}” is reserved: choose another word.`,
  tooLong: 'A name has at most 64 letters and digits. Please shorten it.',
  lasts:
    'A room is there for as long as somebody is in it, then it is erased. Only how its door was set is kept, for a month.',
}

export const badName = {
  title: 'No room can have this name',
  text: (written: string): string =>
    `“${written}” has characters that a room’s name cannot have. Perhaps you mean this room:`,
  instead: (name: string): string => `Open “${name}”`,
  home: 'Choose another name',
}
