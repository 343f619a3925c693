/** One does not come in by the link that one has: why, and what one can do. */
export const link = {
  damaged: {
    title: 'This link is not whole',
    text: 'Its end is missing, or was changed on its way to you. Copy it again, to the last character, or ask for it once more.',
  },
  'link-required': {
    title: 'This room is encrypted',
    text: 'Its name is not enough to come in: the key is in its link. Whoever invites you can send it to you, or tell you six words.',
  },
  'wrong-link': {
    title: 'This link does not open the room',
    text: 'The room of this name has another link. Perhaps a new one was made: ask whoever invited you.',
  },
  'link-changed': {
    title: 'The link of this room was changed',
    text: 'The one that you have leads in no longer. Ask somebody who is in the room for the new one.',
  },
  'plain-room': {
    title: 'This room is not encrypted',
    text: 'Somebody has opened it by its name alone. Whoever carries it could listen, and anybody who guesses the name can come.',
  },
  'not-encrypted': {
    title: 'This is not the room of your link',
    text: 'Your link is that of an encrypted room. The room that is open under its name now is not encrypted, and you have sent it nothing. Ask whoever invited you.',
  },
  field: 'Link to the room',
  open: 'Open',
  joinPlainly: 'Join without encryption',
  problems: {
    'no-link': 'That is no link to a room on this site.',
    'no-key': 'The key is missing in this link: it goes on behind a #.',
  },
  /** Instead of the link: words that a moderator read out. */
  spoken: {
    field: 'Six words that you were told',
    open: 'Open',
    hint: 'In any of the languages of this page; the first four letters of each are enough.',
    moment: 'This takes a moment…',
    count: (known: number, needed: number): string => `${known} of ${needed} words`,
    notAWord: '(not a word of the list)',
    problems: {
      unknown: 'One of these is not a word of the list. Check it, or type it to its end.',
      few: 'Six words are needed.',
      many: 'These are more than six words.',
      wrong:
        'These are not the words of this room. They hold while somebody is in it: listen to them once more, and check the room’s name.',
      'too-many-tries': 'Those were many tries in a row. Please wait a minute before the next one.',
      unreachable: 'The room cannot be reached just now. Please try again.',
    },
  },
}
