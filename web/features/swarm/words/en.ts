/** Who lends nodes, and how one does. */
export const swarm = {
  link: 'Who lends the nodes',
  title: 'The swarm',
  loading: 'Asking around…',
  failed: 'The list did not arrive.',
}
