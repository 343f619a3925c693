/** What one is told of by itself, and the keys. */
export const told = {
  title: 'Notifications',
  messagePreviews: 'Show new messages for a moment',
  announceArrivals: 'Tell screen readers who comes and goes',
  announceHands: 'Tell screen readers of raised hands',
  announceMessages: 'Read messages out to screen readers',
  keys: 'Keyboard shortcuts',
  shortcuts: 'Single-key shortcuts',
  shortcutsHint: 'M for the microphone, V for the camera, H for your hand, and others.',
}
