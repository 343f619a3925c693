/** Who learns what of oneself. */
export const privacy = {
  title: 'Privacy',
  hidesAddress: 'Hide my address',
  hidesAddressHint:
    'The machine that carries the call sees the address of a relay instead of yours. Where there is no relay, nobody hears or sees you.',
  noRelayHint:
    'This server offers no relay: with the switch on, nobody hears or sees you, and you hear and see nobody.',
}
