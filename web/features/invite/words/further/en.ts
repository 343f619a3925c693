/** An encrypted room, told to somebody by its name and six words. */
export const aloud = {
  title: 'Say it aloud',
  hint: 'For somebody to whom you cannot send the link: the name of this room and six words are enough, by telephone for instance.',
  make: 'Make six words',
  makeOthers: 'Make others',
  moment: 'This takes a moment…',
  tell: 'Say these. They are typed where the link is asked for.',
  until:
    'They open this room, as its link does, for as long as somebody is in it, or until you take them back.',
  others: 'Six words open this room. Only the page that made them can show them.',
  takeBack: 'Take them back',
  ask: 'Six words open this room, too. Moderators made them.',
  failed: 'That did not work. Please try again.',
}

export const invite = {
  mail: 'By e-mail',
  subject: (room: string): string => `Meeting in ${room}`,
  text: (link: string): string =>
    `You are invited to a meeting. This link opens it in the browser; no account is needed:\n\n${link}\n`,
  scan: 'With a phone’s camera',
  code: 'QR code of the link to this room',
  meeting: 'Plan a meeting',
  when: 'Begins',
  length: 'Lasts',
  minutes: (count: number): string => `${count} minutes`,
  repeats: 'Repeats',
  repetitions: { never: 'never', daily: 'every day', weekly: 'every week', monthly: 'every month' },
  calendar: 'File for your calendar',
}
