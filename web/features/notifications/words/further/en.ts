/** Notifications: their switches. */
export const notifications = {
  title: 'Notifications',
  sounds: 'Short sounds',
  soundsHint: 'When somebody arrives, knocks or writes, and for moderators when a hand goes up.',
  notifies: 'Notifications of the browser',
  notifiesHint:
    'While this tab is behind others: of knocks, and of messages to you alone. They say who, and never what was written.',
  problems: {
    refused: 'The browser does not allow it. You can allow it in its settings for this page.',
    unsupported: 'This browser shows no notifications of pages.',
  },
  messagePreviews: 'Show new messages for a moment',
  announceArrivals: 'Tell screen readers who comes and goes',
  announceHands: 'Tell screen readers of raised hands',
  announceMessages: 'Read messages out to screen readers',
  keys: 'Keyboard shortcuts',
  shortcuts: 'Single-key shortcuts',
  shortcutsHint: 'M for the microphone, V for the camera, H for your hand, and others.',
}
