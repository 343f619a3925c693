/** Shared screens. */
export const screens = {
  share: 'Share screen',
  stop: 'Stop sharing',
  of: (name: string): string => `${name}’s screen`,
  own: 'Your screen',
  sharing: 'You are sharing your screen',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  failed: 'Your screen could not be shared. Try again, or choose another window.',
}
