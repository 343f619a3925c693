import * as v from 'valibot'
import { Statistics } from '../../../protocol/http/statistics.ts'

const LAST = Date.UTC(2026, 10, 24)
const DAY_MS = 86_400_000

const isWeekend = (moment: number): boolean => [0, 6].includes(new Date(moment).getUTCDay())

/** A month of an instance that many use on working days. */
function month(): Statistics['days'] {
  return Array.from({ length: 30 }, (_, i) => {
    const moment = LAST - (29 - i) * DAY_MS
    const busy = isWeekend(moment) ? 9 : 62 + ((i * 37) % 29)
    const conferences = i === 29 ? 31 : busy
    return {
      day: new Date(moment).toISOString().slice(0, 10),
      conferences,
      people: conferences * 4 + (i % 7),
    }
  })
}

const days = month()

/** What may be published: of a busy instance, of one on its first day, of one where nobody has met yet. */
export const FAKE_STATISTICS = {
  month: v.parse(Statistics, {
    since: '2024-03-05',
    now: { conferences: 12, people: 47 },
    days,
    years: [
      { year: 2024, conferences: 3_108, people: 12_950 },
      { year: 2025, conferences: 14_230, people: 61_877 },
      { year: 2026, conferences: 17_026, people: 74_301 },
    ],
    workingDay: { days: 20, conferences: 75.25, people: 303.4 },
  }),
  day: v.parse(Statistics, {
    since: days.at(-1)?.day,
    now: { conferences: 1, people: 2 },
    days: days.slice(-1),
    years: [{ year: 2026, conferences: 31, people: 127 }],
    workingDay: null,
  }),
  nothing: v.parse(Statistics, {
    since: null,
    now: { conferences: 0, people: 1 },
    days: [],
    years: [],
    workingDay: null,
  }),
  failed: 'failed',
  coming: null,
} as const
