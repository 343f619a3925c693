/** What is published of all rooms: what its page says. */
export const stats = {
  loading: 'Counting…',
  failed: 'The figures did not arrive.',
  nothing: 'Nothing was counted yet: be the first to meet.',
  now: 'Now',
  workingDay: 'On a working day, on average',
  days: 'The last 30 days',
  years: 'Year by year',
  conferences: 'Meetings',
  people: 'People',
  day: 'Day',
  year: 'Year',
  unfinished: 'today, not over yet',
  most: (most: string, day: string): string => `At most ${most}, on ${day}`,
  mostOfYears: (most: string, year: string): string => `At most ${most}, in ${year}`,
  asTable: 'The same as a table',
  howTitle: 'What is counted, and how',
  conference:
    'A meeting begins when two people are in a room, and ends when the room is empty. Whoever enters a room counts once each time; who was cut off and is back within half a minute does not count again.',
  private:
    'Rooms tell how many, and nothing else: no name, no address and no room is kept for it, and nobody can tell from these figures who was here.',
  calendar: (since: string): string =>
    `Counted since ${since}. Days begin at midnight UTC; the average is over Mondays to Fridays of the last four weeks, today left out.`,
  data: 'The figures as data (JSON)',
}
