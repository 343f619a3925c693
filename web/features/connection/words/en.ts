/** How one's own connection is. */
export const connection = {
  title: 'Connection',
  /** The lender’s name follows each. */
  carriedBy: 'Carried by',
  wasCarriedBy: 'The room was carried by',
  willBeCarriedBy: 'If you open the room, it is carried by',
}

export const notice = {
  joining: 'Joining the room…',
  joiningLong: 'Joining takes longer than usual. Check your network, or load the page again.',
  reconnecting: 'The connection was cut and is being restored. You are still in the room…',
  reconnectingLong:
    'The connection is still cut. Check your network; the call goes on by itself once it is back.',
  starting: 'Connecting sound and picture…',
  startingLong:
    'Sound and picture take longer than usual. A firewall may be in the way; another network can help.',
  mediaReconnecting: 'Sound and picture were cut and are being restored…',
  mediaReconnectingLong: 'Sound and picture are not back yet. They return by themselves as soon as they can.',
  waiting:
    'No server carries sound and picture right now. The room stays open, and the call goes on by itself when one is back.',
  noRelay:
    'Your address is to stay hidden, and this server offers no relay: nobody hears or sees you, and you hear and see nobody. The switch is in the settings, under “Privacy”.',
  voicesOnly: 'The relay’s allowance is nearly used up: sound goes on, pictures do not.',
  relaySpent:
    'The relay’s allowance is used up: nobody hears or sees you, and you hear and see nobody. You can go on from another network, or without hiding your address.',
  unsupported: 'This browser cannot carry sound and picture. A recent Firefox, Chrome, Edge or Safari can.',
}
