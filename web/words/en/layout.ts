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
  mirrorSelf: 'Mirror my own picture',
  mirrorSelfHint: 'The others see you as you are.',
  pin: 'Pin',
  unpin: 'Unpin',
  float: 'Small window',
}
