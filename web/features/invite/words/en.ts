/** Inviting others. */
export const invite = {
  title: 'Invite',
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

export const first = {
  title: 'You are the first',
  text: 'Share the link:',
  link: 'Link to this room',
  share: 'Share',
  /** Of whoever comes into the room that one has opened. */
  password: 'Ask for a password',
}
