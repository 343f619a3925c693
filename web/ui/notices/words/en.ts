/** The place for notices. */
export const notices = {
  more: (count: number): string => `${count} more`,
  fewer: 'Show fewer',
  less: 'Make smaller',
  dismiss: 'Dismiss',
}
