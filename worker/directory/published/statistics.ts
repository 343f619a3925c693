import type { Day, Statistics } from '../../../protocol/http/statistics.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const DAYS_SHOWN = 30
/** Four of each day of the week. */
const DAYS_AVERAGED = 28

type Counts = Readonly<Record<string, number>>

/** What a room reports: counts since it was last empty, and how many are in it now. */
export interface RoomCounts {
  /** Says nothing but that two reports are of the same room at the same time. */
  readonly id: string
  readonly people: number
  readonly counts: Counts
}

/** The day of a moment (ISO 8601, UTC). */
export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

/** What `after` has more than `before`: reports carry sums, so that one that comes twice counts once. */
export const growth = (before: Counts, after: Counts): Counts =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, sum]): [string, number] => [name, sum - (before[name] ?? 0)])
      .filter(([, more]) => more > 0),
  )

/** The public statistics, of what was counted on each day, in their order, and of what is now. */
export function summarise(counted: readonly Day[], current: Statistics['now'], now: number): Statistics {
  const [first] = counted
  const days = first ? lastDays(counted, first.day, now) : []
  return {
    since: first?.day ?? null,
    now: current,
    days: days.slice(-DAYS_SHOWN),
    years: yearsOf(counted),
    workingDay: workingDay(days.slice(-1 - DAYS_AVERAGED, -1)),
  }
}

/** The last days, today included, also those without a figure; none before the first of all. */
function lastDays(counted: readonly Day[], first: string, now: number): Day[] {
  const known = new Map(counted.map((day) => [day.day, day]))
  return Array.from({ length: DAYS_SHOWN }, (_, i) => dayOf(now - (DAYS_SHOWN - 1 - i) * DAY_MS))
    .filter((day) => day >= first)
    .map((day) => known.get(day) ?? { day, conferences: 0, people: 0 })
}

function yearsOf(counted: readonly Day[]): Statistics['years'] {
  const years = new Map<number, Statistics['years'][number]>()
  for (const { day, conferences, people } of counted) {
    const year = Number(day.slice(0, 4))
    const known = years.get(year)
    years.set(year, {
      year,
      conferences: (known?.conferences ?? 0) + conferences,
      people: (known?.people ?? 0) + people,
    })
  }
  return [...years.values()]
}

const isWorkingDay = ({ day }: Day): boolean => ![0, 6].includes(new Date(day).getUTCDay())

function workingDay(days: readonly Day[]): Statistics['workingDay'] {
  const working = days.filter(isWorkingDay)
  if (working.length === 0) return null
  const average = (what: 'conferences' | 'people'): number =>
    working.reduce((sum, day) => sum + day[what], 0) / working.length
  return { days: working.length, conferences: average('conferences'), people: average('people') }
}
