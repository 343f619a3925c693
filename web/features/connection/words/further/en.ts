/** How one’s own connection is: what its panel says. */
export const connection = {
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
  siteSees: 'Whoever runs it sees your network address, and could listen, watch, and read what is written.',
  /** What whoever carries the room can and cannot see; it is not encrypted from end to end. */
  lenderSees:
    'Whoever that is sees your network address, unless you hide it, and could listen and watch. They learn no names, and read nothing that is written.',
  /** The same where the room is encrypted. */
  siteSeesLocked:
    'Whoever runs it sees your network address and when you are here. What you say, show and write is locked: it cannot be heard, watched or read there.',
  lenderSeesLocked:
    'Whoever that is sees your network address, unless you hide it. What you say and show is locked: it cannot be heard or watched there.',
}
