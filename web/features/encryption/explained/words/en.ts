/** What it means that a room is encrypted, or that it is not: for the panel, and loaded with it. */
export const explained = {
  forAll: 'Encrypted for everybody who is here',
  fromLink: 'The key comes from the link',
  locked:
    'Your device locks what you say, show and write before sending it. Only the devices of those who are in the room can unlock it.',
  key: 'The key is the end of the link, behind the sign #. Browsers send that part to nobody.',
  keptOut: 'Who is kept out',
  out: {
    carrier: 'whoever carries the room',
    site: 'whoever runs this site, or reads its disks, its logs or its memory',
    network: 'everybody on the way: the provider, the company’s network, the café’s Wi-Fi',
  },
  limits: 'What you should know',
  limit: {
    link: 'Whoever has the link has the key. Give it only to those who are to come.',
    removed:
      'Somebody whom you remove still has the link. To keep them out for good, open a new room and give the others its link.',
    page: 'This page itself comes from this site. A site that served a changed page could listen.',
    seen: 'This site still sees the name of the room, when it is used and by how many, and the internet addresses of those who come.',
  },
  /** Of a room that is not encrypted. */
  openTo: {
    carrier:
      'What you say and show is protected on its way. But whoever carries the room could listen and watch, and whoever runs this site could read what you write.',
    name: 'Anybody who knows the name of the room, or guesses it, can come, as far as its door lets them.',
    instead: 'To be among yourselves, open a new room on the home page, and share its link.',
  },
  cannot:
    'This room is encrypted, and this browser cannot do that. A recent Firefox, Chrome, Edge or Safari can: open the link there.',
  tampered:
    'Something came that this room’s key does not open, and was left out. It was damaged on its way, or somebody interferes.',
}
