/** Whoever lends a node has its ports tried from a browser elsewhere. */
export const check = {
  title: 'Can this node be reached?',
}
