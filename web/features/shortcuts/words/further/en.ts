/** The keys, and what they do: what their panel says. */
export const shortcuts = {
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
