/** Inviting others. */
export const invite = {
  title: 'Invite',
}

export const first = {
  title: 'You are the first',
  text: 'Share the link:',
  link: 'Link to this room',
  share: 'Share',
  /** Of whoever comes into the room that one has opened. */
  password: 'Ask for a password',
}
