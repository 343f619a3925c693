/** Why the room is over, and the way back. */
export const after = {
  left: {
    title: (room: string): string => `You left ${room}`,
    text: 'Your microphone and camera are off.',
  },
  locked: {
    title: 'This room is locked',
    text: 'Somebody inside, or whoever opened it first, can unlock it. Ask them, then try again.',
  },
  denied: {
    title: 'You were not let in',
    text: 'A moderator has not opened the door for you. If that was a mistake, ask whoever invited you.',
  },
  full: { title: 'This room is full', text: 'Try again when somebody has left.' },
  replaced: {
    title: 'You are in this room in another tab',
    text: 'The call goes on there. You can also bring it back here.',
  },
  removed: {
    title: 'You were removed from this room',
    text: 'A moderator decided so. You cannot come back for as long as the room lasts.',
  },
  outdated: {
    title: 'Essaim has a new version',
    text: 'This page is older than the room. Load it again to come in.',
  },
  unfit: {
    title: 'This page and the site do not fit together',
    text: 'An encrypted room needs both to be of a version that can carry one. Load the page again. If that does not help, whoever runs the site has to update it.',
  },
  busy: { title: 'Too many tries in a short time', text: 'Wait a minute, then try again.' },
  failed: {
    title: 'The room could not be opened',
    text: 'It is our fault, not yours. Try again in a moment.',
  },
  comeBack: 'Come back',
  tryAgain: 'Try again',
  here: 'Use this tab',
  reload: 'Load the page again',
  home: 'Another room',
}
