/** Who lends nodes, and how one does: what its page says. */
export const swarm = {
  lead: 'Sound and picture go through nodes: machines that people and institutions lend. Here is who does, and how many people they connect now.',
  nobody: 'Nobody lends a node yet.',
  lender: 'Lender',
  people: 'People now',
  away: 'not reachable',
  own: (nodes: number): string => (nodes === 1 ? 'This site’s own node' : `This site’s own nodes (${nodes})`),
  map: (places: number): string =>
    places === 1
      ? 'Map with the place of one node; the table says the same.'
      : `Map with the places of ${places} nodes; the table says the same.`,
  lendTitle: 'Lend a node',
  lend: 'A machine with a good connection is enough: it needs no domain, no certificate and no web server.',
  listens:
    'It learns no names of people or rooms, only people’s network addresses. Rooms that are opened by a whole link are encrypted from end to end. Of those that are opened by their name alone, whoever lends a machine could listen and watch.',
  lendAsk: 'Ask whoever runs this site for an invitation: one long word.',
  unnamed: 'This site does not say who that is.',
  lendFetch: 'Get the program that runs here:',
  lendJoin: 'On your machine, in a copy of Essaim, let it join with that word:',
  lendStay: 'Give it a limit, if you like. It takes part for as long as it runs.',
  known:
    'Whoever lends is named here and in the rooms that their node carries, with the place that they gave, to about ten kilometres.',
  data: 'The same as data (JSON)',
}
