/** How much picture one wants. */
export const quality = {
  title: 'Picture quality',
  names: { auto: 'Automatic', low: 'Low', audio: 'Sound only' },
  hints: {
    auto: 'As sharp as your screen and your network allow.',
    low: 'Small pictures, for slow or costly networks.',
    audio: 'No faces, and your camera is turned off. Shared screens stay, less sharp.',
  },
  /** While there are only initials: what that saves, and the way back. */
  soundOnly: 'Sound only, without faces: about a tenth of the data.',
  showFaces: 'Show faces',
  /** Offered where one’s own link is bad for a while, and where it is good again. */
  weakLink: 'Your connection is weak. Go on with sound only?',
  hearOnly: 'Sound only',
  linkWell: 'Your connection is good again. Show the faces, too?',
}
