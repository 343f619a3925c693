/** What became of the try to reach a node. */
export const check = {
  trying: 'Trying to reach the node from here. This takes up to 15 seconds.',
  spent:
    'This link does not work any more: each is good for one try, within a quarter of an hour. The node tells a new one by itself.',
  failed:
    'The answer did not arrive. Check this device’s connection; the node tells a new link within a minute or two.',
  reached: (lender: string): string =>
    `The node of ${lender} can be reached, and can carry rooms. You can close this page.`,
  closed: (lender: string): string =>
    `The node of ${lender} cannot be reached from everywhere, so it carries no rooms yet. What to do is below; the node then tells a new link.`,
  ports: {
    reached: 'answers',
    silent: 'does not answer. Open it in the firewall, and let the router forward it.',
    refused: 'turns us away. Open it in the firewall, and let the router forward it.',
    unfinished: 'answers, but large packets are lost on the way. Look at the MTU of its network.',
    private: 'is a private address. The node should announce a public one.',
    'no-way': 'could not be tried from here: this device has no way to such addresses.',
  },
  unlike: {
    udp: 'does not answer, though TCP does. Let UDP through the firewall; a machine with several addresses should listen on this one (--listen).',
    tcp: 'does not answer, though UDP does. Let TCP through the firewall.',
  },
}
