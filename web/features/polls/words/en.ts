/** Polls: asking, voting, counting. */
export const polls = {
  title: 'Polls',
}
