/** How one's own connection is. */
export const connection = {
  title: 'Connection',
  /** The lender’s name follows each. */
  carriedBy: 'Carried by',
  wasCarriedBy: 'The room was carried by',
  willBeCarriedBy: 'If you open the room, it is carried by',
  verdicts: {
    unknown: 'Measuring…',
    good: 'Your connection is good.',
    fair: 'Your connection is fair: a picture may freeze now and then.',
    poor: 'Your connection is poor. Nearer to the router, by cable, or with less picture quality, it gets better.',
  },
  rows: {
    path: 'Path',
    delay: 'Delay, there and back',
    'received-loss': 'Lost on the way to you',
    'sent-loss': 'Lost on the way from you',
    received: 'You receive',
    sent: 'You send',
  },
  paths: { udp: 'Direct (UDP)', tcp: 'Direct (TCP)', relay: 'Relayed' },
  pathHints: {
    udp: 'Sound and picture take the short way.',
    tcp: 'Your network lets only TCP through: what is lost is sent again, and comes late.',
    relay:
      'Another server passes sound and picture on: because your address is to stay hidden, or your network lets nothing through directly.',
  },
  milliseconds: (count: string): string => `${count} ms`,
  rate: (kilobits: string): string => `${kilobits} kbit/s`,
}
