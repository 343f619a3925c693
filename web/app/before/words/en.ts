/** The page before joining. */
export const before = {
  room: (room: string): string => `Room ${room}`,
  title: 'Ready to join?',
  name: 'Your name',
  namePlaceholder: 'The name others will see',
  join: 'Join',
  joinAsSecond: 'Join as a second person',
  devices: 'Choose devices',
  picture: 'Your picture',
  cameraOff: 'Your camera is off',
  cameraStarting: 'Waiting for your camera…',
  heard: 'Your microphone hears you.',
  speak: 'Say something: the bar moves when your microphone hears you.',
  unmeasured: 'Your microphone is on; how loud it is cannot be measured here.',
  micOff: 'You will join muted.',
  micStarting: 'Waiting for your microphone…',
  allow: 'Your browser may be asking for permission: look near the address bar.',
  guest: 'Guest',
}

/** One is in the room already. */
export const here = {
  inRoom: 'You are in this room already, in another tab.',
  silent: 'The other tab does not answer. Close it, or join as a second person.',
  takeOver: 'Go on in this tab',
}
