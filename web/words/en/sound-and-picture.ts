/** One's own voice, and the others' on one's own loudspeaker. */
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

/** One's own picture. */
export const picture = {
  title: 'Picture',
  blursBackground: 'Blur my background',
  blursBackgroundHint: 'Done on your device: nobody receives what is behind you.',
}

/** The headings of the other settings. */
export const settings = {
  page: 'This page',
  remembered: 'This browser',
}
