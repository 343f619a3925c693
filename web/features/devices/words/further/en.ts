/** Who learns what of oneself. */
export const privacy = {
  title: 'Privacy',
  hidesAddress: 'Hide my address',
  hidesAddressHint:
    'The machine that carries the call sees the address of a relay instead of yours. The relay and this site still see yours; your face, your voice and your name are not hidden. Where there is no relay, nobody hears or sees you.',
  noRelayHint:
    'This server offers no relay: with the switch on, nobody hears or sees you, and you hear and see nobody.',
  constantRate: 'Voice at a constant rate',
  /** Where the room has it on, whatever one wants oneself. */
  constantRateAsked: 'This room asks it of everybody who is here.',
  constantRateHint:
    'Your voice goes out in pieces of one size, also while you say nothing. Whoever sees them pass then cannot tell from them when you speak, or guess at the words. They still see that you are here, for how long, when you mute yourself, and your camera’s pictures come and go as before. It takes about 100 kilobits a second. In rooms that are not encrypted it does nothing.',
}

/** The devices, and how they are set. */
export const devices = {
  microphone: 'Microphone',
  camera: 'Camera',
  speaker: 'Loudspeaker',
  numbered: (kind: string, number: number): string => `${kind} ${number}`,
  none: 'None found',
}

/** One’s own voice, and the others’ on one’s own loudspeaker. */
export const sound = {
  title: 'Sound',
  echoCancellation: 'Remove echo',
  echoCancellationHint: 'Leave it on, unless you wear headphones.',
  noiseSuppression: 'Remove noise',
  noiseSuppressionHint: 'For voices. Turn it off for music.',
  strongNoiseSuppression: 'Remove more noise',
  strongNoiseSuppressionHint: 'Keyboards, streets, fans. Done on your device, which works a little harder.',
  autoGainControl: 'Even out the volume',
  test: 'Play a test sound',
  testFailed: 'That loudspeaker did not play. Choose another one.',
}

/** One’s own picture. */
export const picture = {
  title: 'Picture',
  blursBackground: 'Blur my background',
  blursBackgroundHint: 'Done on your device: nobody receives what is behind you.',
}

/** Why a device does not work, and what to do. */
export const capture = {
  microphone: {
    refused:
      'The browser does not let this page use the microphone. Allow it near the address bar, then press “Try again”.',
    missing: 'No microphone was found. Plug one in, or join and listen.',
    busy: 'Another program is using the microphone. Close it, then press “Try again”.',
    unsupported: 'The browser gives no access to the microphone here. The address must start with https.',
    failed: 'The microphone did not start. Choose another one, or press “Try again”.',
    untreated: 'The stronger noise suppression did not start. You are heard without it.',
    unchanged: 'That microphone did not start. You go on with the one before.',
    revoked:
      'The browser took the permission for the microphone back: nobody hears you. Allow it near the address bar, then press “Try again”.',
    unplugged:
      'Your microphone is not connected any more, and there is no other: nobody hears you. Plug it in again, then press “Try again”.',
    stopped: 'Your microphone stopped: nobody hears you. Press “Try again” to be heard.',
    standIn: (name: string): string =>
      `Your microphone is not connected any more. You go on with another one: ${name}.`,
  },
  camera: {
    refused:
      'The browser does not let this page use the camera. Allow it near the address bar, then press “Try again”.',
    missing: 'No camera was found. You can join without one.',
    busy: 'Another program is using the camera. Close it, then press “Try again”.',
    unsupported: 'The browser gives no access to the camera here. The address must start with https.',
    failed: 'The camera did not start. Choose another one, or press “Try again”.',
    treating: 'Your camera stays off until the background is blurred.',
    untreated: 'The background could not be blurred, so your camera stays off.',
    unchanged: 'That camera did not start. You go on with the one before.',
    revoked:
      'The browser took the permission for the camera back: nobody sees you. Allow it near the address bar, then press “Try again”.',
    unplugged:
      'Your camera is not connected any more: nobody sees you. Plug it in again, then press “Try again”.',
    stopped: 'Your camera stopped: nobody sees you. Press “Try again” to be seen.',
  },
  both: {
    revoked:
      'The browser took the permission for microphone and camera back: nobody hears or sees you. Allow them near the address bar, then press “Try again”.',
    refused:
      'The browser lets this page use neither microphone nor camera. Allow them near the address bar, then press “Try again”.',
    missing: 'Neither microphone nor camera was found. Plug one in, or join to listen and watch.',
    unsupported:
      'The browser gives access to neither microphone nor camera here. The address must start with https.',
  },
  /** What a link wanted on, and may not turn on. */
  withheld: {
    both: 'Your microphone and camera are off: a link cannot turn them on by itself.',
    microphone: 'Your microphone is off: a link cannot turn it on by itself.',
    camera: 'Your camera is off: a link cannot turn it on by itself.',
  },
  useOther: (name: string): string => `Use ${name}`,
  turnOn: 'Turn on',
  withoutBlur: 'Turn the camera on without blur',
  tryAgain: 'Try again',
}
