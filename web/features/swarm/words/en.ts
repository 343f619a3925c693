/** Who lends nodes, and how one does. */
export const swarm = {
  link: 'Who lends the nodes',
  title: 'The swarm',
  loading: 'Asking around…',
  failed: 'The list did not arrive.',
}

/** Whoever opens a room may say who is to carry it. */
export const hosts = {
  title: 'Choose who carries the room',
  label: 'Carried by',
  swarm: 'The swarm decides',
  note: 'It holds if you are the one who opens the room, and if that node still takes rooms then. It is not remembered.',
}
