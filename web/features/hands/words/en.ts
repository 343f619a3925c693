/** Raised hands and reactions. */
export const hands = {
  raise: 'Raise hand',
  lower: 'Lower hand',
  up: (place: number): string => `hand raised, number ${place}`,
  raised: (names: readonly string[]): string =>
    names.length > 2
      ? `${names.length} people have raised their hands`
      : `${names.join(' and ')} raised a hand`,
  react: 'React',
  reactions: {
    'thumbs-up': 'Thumbs up',
    applause: 'Applause',
    heart: 'Heart',
    laugh: 'Laughter',
    surprise: 'Surprise',
    celebrate: 'Celebration',
  },
}
