const who = (names: readonly string[]): string =>
  names.length > 2 ? `${names.length} people` : names.join(' and ')

/** What it means that a room is encrypted, or that it is not: for the panel, and loaded with it. */
export const explained = {
  forAll: 'Encrypted for everybody who is here',
  fromLink: 'The key comes from the link',
  fromGroup: 'The key is with those who are here',
  /** Why it comes from the link alone. */
  why: {
    beginning: 'Your devices are agreeing on a key of their own. That takes a moment.',
    crowd: (most: number): string =>
      `More than ${most} people are here. For so many there is no key that changes whenever somebody comes or goes.`,
    unkept:
      'Your device could not agree with the others on a key of your own, so it uses the link’s until you leave. Loading the page again tries again.',
  },
  locked:
    'Your device locks what you say, show and write before sending it. Only the devices of those who are in the room can unlock it.',
  key: 'The key is the end of the link, behind the sign #. Browsers send that part to nobody.',
  renewed:
    'The devices of those who are here agree on the key among themselves, and on a new one whenever somebody comes or goes. Nobody else ever has it.',
  compare: {
    title: 'Six words to compare',
    how: 'Read these words aloud to each other, best with a voice that you know.',
    same: 'The same words in the same order: you have the same key, and nobody stands between you.',
    differ:
      'Other words: choose the same language, wait a moment and look again. If they still differ, somebody may stand between you. Then say nothing here that is only for you, and send each other the link of a new room another way.',
    change: 'They change whenever somebody comes or goes.',
    renewed: 'These words are new: somebody came or went.',
    language: 'Language of the words',
  },
  keptOut: 'Who is kept out',
  out: {
    carrier: 'whoever carries the room',
    site: 'whoever runs this site, or reads its disks, its logs or its memory',
    network: 'everybody on the way: the provider, the company’s network, the café’s Wi-Fi',
    removed: 'whoever was put out: they can follow nothing that is said, shown or written afterwards',
    late: 'whoever comes later, from what was said and shown before; what was written in the chat, they can read',
  },
  limits: 'What you should know',
  limit: {
    /** Where the keys are those of the link. */
    link: {
      link: 'Whoever has the link has the key. Give it only to those who are to come.',
      removed:
        'Somebody who was put out still has the link, and so the key: with the help of whoever carries the room, they could go on listening. To keep them out for good, open a new room and give the others its link.',
    },
    /** Where they are those of the people who are there. */
    group: {
      link: 'Whoever has the link can come in, and gets a key then. Give it only to those who are to come.',
      removed:
        'Somebody who was put out still has the link, and could come back under another name, unless a moderator changes it: “Remove, and change the link” does both.',
    },
    /** Where the room can be entered by words that are said aloud. */
    spoken:
      'Six words that a moderator made open this room as well, while somebody is in it. Under “Invite” they can be taken back.',
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
  /** What moderators may ask of all, and what it hides and what not. */
  rate: {
    forAll: 'Voices at a constant rate, for all',
    hint: 'All voices go out in pieces of one size, also while nobody speaks. Whoever sees them pass then cannot tell from them who speaks and when, or guess at the words. They still see who is here, for how long, and who mutes themselves, and pictures come and go as before. Each voice takes about 100 kilobits a second.',
  },
  cannot:
    'This room is encrypted, and this browser cannot do that. A recent Firefox, Chrome, Edge or Safari can: open the link there.',
  tampered:
    'Something came that this room’s key does not open, or something is held back from you. It was damaged on its way, or somebody interferes.',
  /** What changed for the keys of the room, told for a while. */
  keyNews: {
    putOut: (names: readonly string[]): string =>
      `${who(names)} ${names.length === 1 ? 'was' : 'were'} put out, and can follow nothing from now on`,
    putOutByLink: (names: readonly string[]): string =>
      `${who(names)} ${names.length === 1 ? 'was' : 'were'} put out, but still with the link, and so with the key: for what is not to be heard there, open a new room`,
    arrived: (names: readonly string[]): string =>
      `New key since ${who(names)} came: what was said before stays closed, what was written can be read`,
    group: 'The key is with those who are here again, and changes whenever somebody comes or goes.',
    crowd: (most: number): string =>
      `You are more than ${most} now. From here on the key comes from the link: whoever has the link could follow.`,
    unkept:
      'Your device could not agree with the others on a key of your own. From here on it uses that of the link: whoever has the link could follow.',
    rateConstant:
      'All voices in this room now go out at a constant rate: whoever watches the network cannot tell from them who speaks, or when. They still see that you are here, and when you mute yourself.',
    rateOwn: 'Voices no longer all go out at a constant rate. Your own setting holds again.',
  },
}
