import * as v from 'valibot'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const Figures = v.object({
  /** A conference begins when two are in a room for the first time since it was empty, and lasts until it is empty. */
  conferences: count,
  /** Whoever comes into a room counts once each time; who was cut off and is back within the grace does not count again. */
  people: count,
})

const Day = v.object({
  /** ISO 8601, in UTC. */
  day: v.pipe(v.string(), v.isoDate()),
  ...Figures.entries,
})
export type Day = v.InferOutput<typeof Day>

const Year = v.object({ year: count, ...Figures.entries })

/** What `GET /api/stats` answers: counters, and nothing else is kept of anybody (S1). */
export const Statistics = v.object({
  /** The first day with a figure; null before. */
  since: v.nullable(v.pipe(v.string(), v.isoDate())),
  /** Rooms with at least two people in them, and everybody in any room, at this moment. */
  now: Figures,
  /** The last 30 days, but none before `since`; the oldest first, today last. */
  days: v.array(Day),
  /** Every year with a figure, the oldest first. */
  years: v.array(Year),
  /** The average of the working days (Monday to Friday) among the last 28 days before today; null where there was none. */
  workingDay: v.nullable(v.object({ days: count, conferences: v.number(), people: v.number() })),
})
export type Statistics = v.InferOutput<typeof Statistics>
