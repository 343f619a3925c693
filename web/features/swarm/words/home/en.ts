/** Whoever opens a room may say who is to carry it. */
export const hosts = {
  title: 'Choose who carries the room',
  label: 'Carried by',
  swarm: 'The swarm decides',
  note: 'It holds if you are the one who opens the room, and if that node still takes rooms then. It is not remembered.',
}
