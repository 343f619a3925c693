/** Who learns what of oneself. */
export const privacy = {
  title: 'Privacy',
  hidesAddress: 'Hide my address',
  hidesAddressHint:
    'The machine that carries the call sees the address of a relay instead of yours. The relay and this site still see yours; your face, your voice and your name are not hidden. Where there is no relay, nobody hears or sees you.',
  noRelayHint:
    'This server offers no relay: with the switch on, nobody hears or sees you, and you hear and see nobody.',
  constantRate: 'Voice at a constant rate',
  /** Where the room has it on, whatever one wants oneself. */
  constantRateAsked: 'This room asks it of everybody who is here.',
  constantRateHint:
    'Your voice goes out in pieces of one size, also while you say nothing. Whoever sees them pass then cannot tell from them when you speak, or guess at the words. They still see that you are here, for how long, when you mute yourself, and your camera’s pictures come and go as before. It takes about 100 kilobits a second. In rooms that are not encrypted it does nothing.',
}
