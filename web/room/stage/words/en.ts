/** How people are laid out on the page. */
export const layout = {
  title: 'Layout',
  names: { grid: 'Grid', filmstrip: 'Speaker and others', speaker: 'Speaker alone' },
  hints: {
    grid: 'Everybody is the same size.',
    filmstrip: 'Whoever speaks is large, with the others beside.',
    speaker: 'Whoever speaks fills the page.',
  },
  hideSelf: 'Hide my own picture',
  hideSelfHint: 'The others still see you.',
  showSelf: 'Show my own picture',
  mirrorSelf: 'Mirror my own picture',
  mirrorSelfHint: 'The others see you as you are.',
  pin: 'Pin',
  unpin: 'Unpin',
  float: 'Small window',
  swap: (name: string): string => `Show ${name} large`,
  moves: 'Drag it, or press the arrow keys, to move it',
  /** Where the small picture is now. */
  corners: {
    'bottom-end': 'At the bottom right',
    'bottom-start': 'At the bottom left',
    'top-end': 'At the top right',
    'top-start': 'At the top left',
  },
}
