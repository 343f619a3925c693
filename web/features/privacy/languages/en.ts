import type { KeptWords } from '../kept-words.ts'

export const kept: KeptWords = {
  title: 'What is kept of you',
  lead: 'To bring people together, this site has to know some things for a while. Here they all are. There are no advertisements, no cookies and no statistics about single people, and the page asks no other site for anything.',
  columns: { what: 'What', where: 'Where', why: 'Why', until: 'Until when' },
  rows: ({ roomSeconds, doorDays, guessMinutes, ownerDays, relayHours }) => {
    const room = 'In the room’s own database at this site'
    const roomEnds = `${roomSeconds} seconds after the last one left`
    return {
      presence: {
        what: 'Your name, your role, and that you are in the room; of encrypted rooms, the name only sealed',
        where: room,
        why: 'So that others see you, and you come back after a cut',
        until: roomEnds,
      },
      messages: {
        what: 'Messages, also private ones, polls, votes and notes; of encrypted rooms, only sealed',
        where: room,
        why: 'For those who come later, or were cut off for a moment',
        until: roomEnds,
      },
      files: {
        what: 'Files: their names, and pieces of them on their way from page to page; of encrypted rooms, only sealed',
        where: room,
        why: 'For those who were cut off meanwhile',
        until: roomEnds,
      },
      keys: {
        what: 'What those who come to an encrypted room need of its keys, only sealed',
        where: room,
        why: 'So that they hear and read the others',
        until: roomEnds,
      },
      words: {
        what: 'The key of an encrypted room’s link, where six words were made for it, locked by these words',
        where: `${room}; of the words, only a hash of what comes of them`,
        why: 'So that the room can be told aloud',
        until: `Until they are taken back; otherwise ${roomEnds}`,
      },
      door: {
        what: 'That a room is yours, its lock, its lobby and its password, and whether it is encrypted',
        where: `${room}; of key, password and link, only hashes`,
        why: 'So that nobody else takes your room',
        until: `${doorDays} days after it was last used, where two people met in it; otherwise ${roomSeconds} seconds`,
      },
      address: {
        what: 'Your network address, as this site sees it',
        where: `${room}, as a code that only this room can make`,
        why: 'To keep out who was removed, and who guesses passwords',
        until: `${roomEnds}; before an empty room with a password, ${guessMinutes} minutes`,
      },
      owners: {
        what: 'How many rooms are kept for one network address',
        where: 'In this site’s list, the address as a code',
        why: 'So that nobody takes all names',
        until: `Forgotten when next counted, ${ownerDays} days at most after the last room`,
      },
      numbers: {
        what: 'A number in place of a room’s name, and when somebody came or went there, without names or addresses',
        where: 'In the logs of this site and of the machines that carry rooms, and in their lists',
        why: 'To find faults',
        until: 'As long as whoever runs them keeps logs; in lists, until the site restarts',
      },
      media: {
        what: 'Sound and picture',
        where: 'In the memory of the machine that carries the room; of encrypted rooms, only encrypted',
        why: 'To pass them on',
        until: 'Passed on at once, and not kept',
      },
      ways: {
        what: 'Your network address, as sound and picture come from it',
        where: 'In the memory of that machine, or of the relay if you hide it',
        why: 'To send you the others’ sound and picture',
        until: 'Until you leave',
      },
      place: {
        what: 'About where you are, to a hundred kilometres',
        where: 'With your connection, where Cloudflare runs this site',
        why: 'To choose a machine near you',
        until: 'Until you leave',
      },
      relay: {
        what: 'A pass for the relay, with an arbitrary name',
        where: 'In the room’s database, and at the relay, where there is one',
        why: 'So that only people in rooms use it',
        until: `It is good for ${relayHours} hours, unless this site set another time`,
      },
      counts: {
        what: 'How many people and meetings there were each day',
        where: 'At this site, for everybody to read',
        why: 'To know how much is needed',
        until: 'For ever: it is about nobody',
      },
      lenders: {
        what: 'Who lends a machine: name, link, place, and its addresses',
        where: 'At this site; name, link and place are shown to everybody',
        why: 'So that you know who carries your room',
        until: 'As long as this site has its list',
      },
      browser: {
        what: 'Your settings, your name, a secret by which rooms know this browser again, and rooms you were in, if you like',
        where: 'In your browser',
        why: 'So that you need not say everything twice',
        until: 'Until you have it forgotten on the home page, or clear your browser',
      },
    }
  },
  seenTitle: 'Who can see what',
  seen: ({ recoveryDays }) => [
    'Whoever runs the machine that carries a room sees network addresses, and who sends how much when. Of an encrypted room they hear, see and read nothing; in one that is open by its name alone, they could listen and watch. They learn no names in either. The room says who it is, and whether it is encrypted.',
    'Whoever runs this site sees who comes to which room when. Of an encrypted room they read neither names nor what is written: the key is the end of the link, which browsers send to nobody. In one that is open by its name alone, they could read what is written, and listen where the machine is theirs.',
    'Whoever was put out of an encrypted room can follow nothing that is said or written there afterwards: those who are there have a new key then. In very large rooms the key stays that of the link, which is still with them; the shield in the room says so.',
    'Whoever watches the network sees how much goes by, and when. The sizes and the gaps of a voice’s packets tell when somebody speaks, and let one guess at words. With “Voice at a constant rate” they do not, in encrypted rooms; that you are in a call, they still tell.',
    `Where Cloudflare runs this site, it sees which addresses ask for what, as every web server does. Logs of that are switched off. Databases can be brought back there as they were, for ${recoveryDays} days.`,
    'A web server in front of this site may keep logs of its own: ask whoever runs it.',
  ],
  hideTitle: 'If you hide your address',
  hide: [
    'With “Hide my address”, the machine that carries the call sees the address of a relay instead of yours, and so nobody who lends a machine learns where you are.',
    'The relay still sees your address, and so does this site, as every website does. It hides neither your face, your voice nor your name; and whoever watches your own network sees that you are in a call, but not with whom.',
  ],
}
