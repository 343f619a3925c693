/** Everything that the page says, in English. Its shape is what every other language must fill. */
export const en = {
  home: {
    title: 'Meet in two clicks',
    lead: 'Name a room, share its link, talk. No account, nothing to install.',
    roomName: 'Name of the room',
    anotherName: 'Suggest another name',
    open: 'Open the room',
    badName: 'A name has 1 to 64 letters, digits and dashes. Please try another one.',
    lasts: 'A room is there for as long as somebody is in it, then it is erased.',
    remembered: 'Your name, devices and language are remembered in this browser only.',
    notRemembered: 'This browser lets the page remember nothing: you will choose again next time.',
    forget: 'Forget them',
    forgotten: 'Forgotten.',
  },
  badName: {
    title: 'No room can have this name',
    text: (written: string): string =>
      `“${written}” is not a name for a room: it needs 1 to 64 letters, digits and dashes, and a few words are reserved.`,
    home: 'Choose another name',
  },
  opening: {
    wait: 'Opening the room…',
    failedTitle: 'The page could not load completely',
    failedText: 'A part of it did not arrive. Check your network, then load the page again.',
    reload: 'Load the page again',
  },
  before: {
    room: (room: string): string => `Room ${room}`,
    title: 'Ready to join?',
    name: 'Your name',
    namePlaceholder: 'What others will read',
    join: 'Join',
    devices: 'Choose devices',
    picture: 'Your picture',
    cameraOff: 'Your camera is off',
    cameraStarting: 'Waiting for your camera…',
    heard: 'Your microphone hears you.',
    speak: 'Say something: the bar moves when your microphone hears you.',
    micOff: 'You will join muted.',
    micStarting: 'Waiting for your microphone…',
    allow: 'Your browser may be asking for permission: look near the address bar.',
    guest: 'Guest',
  },
  capture: {
    microphone: {
      refused:
        'The browser does not let this page use the microphone. Allow it near the address bar, then press “Try again”.',
      missing: 'No microphone was found. Plug one in, or join and listen.',
      busy: 'Another program is using the microphone. Close it, then press “Try again”.',
      unsupported: 'This browser gives pages no microphone here. The address must start with https.',
      failed: 'The microphone did not start. Choose another one, or press “Try again”.',
    },
    camera: {
      refused:
        'The browser does not let this page use the camera. Allow it near the address bar, then press “Try again”.',
      missing: 'No camera was found. You can join without one.',
      busy: 'Another program is using the camera. Close it, then press “Try again”.',
      unsupported: 'This browser gives pages no camera here. The address must start with https.',
      failed: 'The camera did not start. Choose another one, or press “Try again”.',
    },
    both: {
      refused:
        'The browser lets this page use neither microphone nor camera. Allow them near the address bar, then press “Try again”.',
      missing: 'Neither microphone nor camera was found. Plug one in, or join to listen and watch.',
      unsupported:
        'This browser gives pages neither microphone nor camera here. The address must start with https.',
    },
    tryAgain: 'Try again',
  },
  devices: {
    microphone: 'Microphone',
    camera: 'Camera',
    speaker: 'Loudspeaker',
    numbered: (kind: string, number: number): string => `${kind} ${number}`,
    none: 'None found',
  },
  room: {
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
    dismiss: 'Dismiss',
    microphoneKey: 'M',
    cameraKey: 'V',
  },
  screens: {
    share: 'Share screen',
    stop: 'Stop sharing',
    of: (name: string): string => `${name}’s screen`,
    own: 'Your screen',
    fullScreen: 'Full screen',
    failed: 'Your screen could not be shared. Try again, or choose another window.',
  },
  quality: {
    title: 'Picture quality',
    names: { auto: 'Automatic', low: 'Low', audio: 'Sound only' },
    hints: {
      auto: 'As sharp as your screen and your network allow.',
      low: 'Small pictures, for slow or costly networks.',
      audio: 'No faces, and your camera is turned off. Shared screens stay, less sharp.',
    },
  },
  first: {
    title: 'You are the first',
    text: 'Share the link:',
    link: 'Link to this room',
    share: 'Share',
  },
  notice: {
    joining: 'Joining the room…',
    joiningLong: 'Joining takes longer than usual. Check your network, or load the page again.',
    reconnecting: 'The connection was cut. You are still in the room; it is being restored…',
    reconnectingLong:
      'The connection is still cut. Check your network; the call goes on by itself once it is back.',
    starting: 'Connecting sound and picture…',
    startingLong:
      'Sound and picture take longer than usual. A firewall may be in the way; another network can help.',
    mediaReconnecting: 'Sound and picture were cut and are being restored…',
    mediaReconnectingLong:
      'Sound and picture are not back yet. They return by themselves as soon as they can.',
    waiting:
      'No server carries sound and picture right now. The room stays open, and the call goes on by itself when one is back.',
    unsupported: 'This browser cannot carry sound and picture. A recent Firefox, Chrome, Edge or Safari can.',
  },
  more: {
    title: 'More',
    close: 'Close',
    back: 'Back',
    people: (count: number): string => (count === 1 ? '1 person' : `${count} people`),
    settings: 'Devices and settings',
    lock: 'Lock the room',
    unlock: 'Unlock the room',
    lockHint: 'Nobody else can come in while it is locked.',
    locked: 'The room is locked: nobody else can come in.',
    lockFailed: 'The lock did not change. Please try again.',
    language: 'Language',
    theme: 'Colours',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    keys: 'Keys: M for the microphone, V for the camera, Escape to close.',
  },
  arrivals: {
    arrived: (names: readonly string[]): string =>
      names.length > 2 ? `${names.length} people have arrived` : `${names.join(' and ')} arrived`,
    gone: (names: readonly string[]): string =>
      names.length > 2 ? `${names.length} people have left` : `${names.join(' and ')} left`,
  },
  after: {
    left: {
      title: (room: string): string => `You left ${room}`,
      text: 'Your microphone and camera are off.',
    },
    locked: {
      title: 'This room is locked',
      text: 'Somebody inside can unlock it. Ask them, then try again.',
    },
    full: { title: 'This room is full', text: 'Try again when somebody has left.' },
    replaced: {
      title: 'You are in this room in another tab',
      text: 'The call goes on there. You can also bring it back here.',
    },
    outdated: {
      title: 'Essaim has a new version',
      text: 'This page is older than the room. Load it again to come in.',
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
  },
}

export type Words = typeof en
