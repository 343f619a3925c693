/** The rooms that one was in, where they are remembered. */
export const recent = {
  title: 'Your last rooms',
  remembered: 'Your last rooms are remembered on this device, with their links.',
  stop: 'Forget them, and remember none',
  start: 'Remember my last rooms on this device',
}
