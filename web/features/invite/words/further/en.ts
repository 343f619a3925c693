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
