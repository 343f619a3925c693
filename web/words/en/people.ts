/** The people panel: who is here, and what moderators do. */
export const people = {
  search: 'Find somebody',
  nobodyFound: 'Nobody of that name is here.',
  /** On the tile of somebody of whom nothing is heard at present. */
  cutOff: 'Connection lost for now',
  actions: (name: string): string => `Actions for ${name}`,
  rename: 'Change your name',
  changeName: 'Change',
  changingName: 'Changing your name…',
  nameChanged: (name: string): string => `The others now see “${name}”.`,
  /** How loud they are played to oneself alone. */
  volume: 'Volume',
  screenVolume: 'Volume of their screen',
  silence: 'Mute for me only',
  silenceHint: 'You hear nothing of them. The others do, and nobody is told.',
  silenced: 'silent for you',
  hearAgain: (name: string): string => `Hear ${name} again`,
  message: 'Private message',
  mute: 'Mute',
  stopCamera: 'Stop their camera',
  stopScreen: 'Stop their screen sharing',
  askUnmute: 'Ask to unmute',
  asked: 'Request sent',
  lowerHand: 'Lower their hand',
  makeModerator: 'Make moderator',
  unmakeModerator: 'Remove as moderator',
  remove: 'Remove from the room',
  removeSure: (name: string): string =>
    `Remove ${name}? They cannot come back for as long as the room lasts.`,
  removeYes: 'Remove',
  removeNo: 'Cancel',
  muteAll: 'Mute all others',
  lowerAll: 'Lower all hands',
  allowed: 'Everybody may use',
  allowances: {
    microphone: 'Microphone',
    camera: 'Camera',
    screen: 'Screen sharing',
    chat: 'Chat',
  },
  failed: 'That did not work. Please try again.',
  forbidden: {
    microphone: 'A moderator has turned off microphones for now',
    camera: 'A moderator has turned off cameras for now',
    screen: 'A moderator has turned off screen sharing for now',
    chat: 'A moderator has turned off the chat for now',
  },
}

/** What happened to us, told for a while. */
export const news = {
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
