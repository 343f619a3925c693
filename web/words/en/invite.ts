/** Inviting others. */
export const invite = {
  title: 'Invite',
  mail: 'By e-mail',
  subject: (room: string): string => `Meeting in ${room}`,
  text: (link: string): string =>
    `You are invited to a meeting. This link opens it in the browser; no account is needed:\n\n${link}\n`,
  scan: 'With a phone’s camera',
  code: 'QR code of the link to this room',
  meeting: 'Plan a meeting',
  when: 'Begins',
  length: 'Lasts',
  minutes: (count: number): string => `${count} minutes`,
  repeats: 'Repeats',
  repetitions: { never: 'never', daily: 'every day', weekly: 'every week', monthly: 'every month' },
  calendar: 'File for your calendar',
}

/** The keys, and what they do. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  off: 'Single-key shortcuts are turned off in the settings.',
  does: {
    microphone: 'Microphone on or off',
    camera: 'Camera on or off',
    share: 'Share a screen, or stop',
    hand: 'Raise or lower your hand',
    chat: 'Chat',
    people: 'People',
    layout: 'Change the layout',
    fullScreen: 'Full screen',
    more: 'More',
    help: 'This list',
  },
  escape: 'Close what is open',
  send: 'Send a message',
  line: 'A new line in a message',
  enter: 'Enter',
  shiftEnter: 'Shift + Enter',
}
