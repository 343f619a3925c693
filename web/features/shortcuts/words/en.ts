/** The keys, and what they do. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
}
