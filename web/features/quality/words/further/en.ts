/** How much picture one wants: the choice. */
export const quality = {
  title: 'Picture quality',
  names: { auto: 'Automatic', low: 'Low', audio: 'Sound only' },
  hints: {
    auto: 'As sharp as your screen and your network allow.',
    low: 'Small pictures, for slow or costly networks.',
    audio: 'No faces, and your camera is turned off. Shared screens stay, less sharp.',
  },
}
