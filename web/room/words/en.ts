/** The headings of the other settings. */
export const settings = {
  page: 'This page',
  remembered: 'This browser',
}

/** The room: its bar, its notices, the link, the menu. */
export const room = {
  controls: 'Controls',
  people: 'People in the room',
  mute: 'Mute',
  unmute: 'Unmute',
  startCamera: 'Start camera',
  stopCamera: 'Stop camera',
  copyLink: 'Copy link',
  copied: 'Copied',
  more: 'More',
  leave: 'Leave',
  you: 'you',
  moderator: 'moderator',
  muted: 'muted',
  noMicrophone: 'no microphone',
  speaking: 'speaking',
  hear: 'Click to hear the others',
}

/** Asked of whoever goes back. */
export const leaving = {
  title: 'Leave the room?',
  text: 'You are still in it. One more step back leads out.',
  stay: 'Stay',
}

export const more = {
  title: 'More',
  close: 'Close',
  back: 'Back',
  people: (count: number): string => (count === 1 ? '1 person' : `${count} people`),
  settings: 'Devices and settings',
  language: 'Language',
  theme: 'Colours',
  themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
}

export const arrivals = {
  renamed: (from: string, to: string): string => `${from} is now ${to}`,
  arrived: (names: readonly string[]): string =>
    names.length > 2 ? `${names.length} people have arrived` : `${names.join(' and ')} arrived`,
  gone: (names: readonly string[]): string =>
    names.length > 2 ? `${names.length} people have left` : `${names.join(' and ')} left`,
}

/** What happened to us, told for a while. */
export const ownNotices = {
  stopped: {
    microphone: (name: string): string => `${name} muted your microphone`,
    camera: (name: string): string => `${name} stopped your camera`,
    screen: (name: string): string => `${name} stopped your screen sharing`,
  },
  unmuteAsked: (name: string): string => `${name} asks you to turn on your microphone`,
  unmute: 'Turn on',
  notNow: 'Not now',
  deviceArrived: (device: string): string => `New device: ${device}`,
  speakerLost: (name: string): string =>
    name === ''
      ? 'Your loudspeaker is not connected any more. You now hear the others through the system’s own.'
      : `${name} is not connected any more. You now hear the others through the system’s own loudspeaker.`,
  useDevice: 'Use it',
  'role-given': 'You are a moderator now',
  'role-inherited': 'The moderators have left: you are the moderator now',
  'role-taken': 'You are not a moderator any more',
}
