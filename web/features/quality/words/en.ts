/** How much picture one wants. */
export const quality = {
  /** While there are only initials: what that saves, and the way back. */
  soundOnly: 'Sound only, without faces: about a tenth of the data.',
  showFaces: 'Show faces',
  /** Offered where one’s own link is bad for a while, and where it is good again. */
  weakLink: 'Your connection is weak. Go on with sound only?',
  hearOnly: 'Sound only',
  linkWell: 'Your connection is good again. Show the faces, too?',
}
