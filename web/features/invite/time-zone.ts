/*
 * Time zones as calendars carry them (RFC 5545 §3.6.5), made of what the browser knows of them: Intl tells the offset at any
 * moment, and from that follow the moments at which it changes.
 */

/** A change of a zone's offset. */
interface Change {
  /** The first moment of the new offset (ms since the epoch). */
  readonly at: number
  /** Offsets from UTC before and after (ms). */
  readonly from: number
  readonly to: number
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** What was in force before is found within that time, where a zone changes at all. */
const BEFORE_MS = 400 * DAY_MS
/** How far ahead changes are told. Calendars that know the zone by its name go by that anyway. */
const AHEAD_YEARS = 20
/** No zone keeps an offset for less than that: some have one for the month of Ramadan. */
const STEP_MS = 7 * DAY_MS
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/** The browser's own zone by its IANA name; UTC where it does not tell one that it knows. */
export function ownTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(timeZone) && isKnown(timeZone) ? timeZone : 'UTC'
}

/** ICU has a name for the zone that it could not find out, and Intl may not take it. */
function isKnown(timeZone: string): boolean {
  try {
    offsetsOf(timeZone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Tells the zone's offset from UTC at a moment (both in ms). Throws a RangeError where the zone is not known. */
export function offsetsOf(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  return (ms) => {
    const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? []
    const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS
    return sign === '-' ? -offset : offset
  }
}

/** A moment as clocks in the zone show it then (RFC 5545 §3.3.5, forms 1 and 3). */
export const localTime = (ms: number, offset: number): string =>
  new Date(ms + offset).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')

/** The lines of the VTIMEZONE of that zone, for a meeting that begins at `start` (ms since the epoch) and repeats. */
export function timeZoneLines(timeZone: string, start: number): string[] {
  const offsetAt = offsetsOf(timeZone)
  const changes = changesBetween(offsetAt, start - BEFORE_MS, start + AHEAD_YEARS * 365 * DAY_MS)
  const standard = Math.min(offsetAt(start), ...changes.map(({ to }) => to))
  const first = changes[0]
  // A zone that keeps its offset, or did until after the beginning, is told of from long ago.
  const before = first?.from ?? offsetAt(start)
  const constant = first && first.at <= start ? [] : [{ at: -before, from: before, to: before }]
  const kinds = Map.groupBy([...constant, ...changes], ({ from, to }) => `${from} ${to}`)
  const observances = [...kinds.values()].flatMap((alike) => observance(alike, standard))
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE']
}

function changesBetween(offsetAt: (ms: number) => number, begin: number, end: number): Change[] {
  const changes: Change[] = []
  for (let at = begin; at < end; at += STEP_MS) {
    const [from, to] = [offsetAt(at), offsetAt(at + STEP_MS)]
    if (from !== to) changes.push({ at: firstMomentOf(offsetAt, to, at, at + STEP_MS), from, to })
  }
  return changes
}

/** When the offset became `to`, to the minute, between two moments. */
function firstMomentOf(offsetAt: (ms: number) => number, to: number, begin: number, end: number): number {
  let [before, after] = [Math.floor(begin / MINUTE_MS), Math.ceil(end / MINUTE_MS)]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle * MINUTE_MS) === to) after = middle
    else before = middle
  }
  return after * MINUTE_MS
}

/** Changes from one offset to the same other one: as a yearly rule where they keep one, else one by one. */
function observance(alike: readonly Change[], standard: number): string[] {
  const [first] = alike
  if (!first) return []
  const kind = first.to === standard ? 'STANDARD' : 'DAYLIGHT'
  const rule = yearlyRule(alike)
  // One line each, the first among them: some programs read no list, and forget DTSTART where there are others.
  const days = alike.length === 1 ? [] : alike.map(({ at, from }) => `RDATE:${localTime(at, from)}`)
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localTime(first.at, first.from)}`,
    `TZOFFSETFROM:${offsetText(first.from)}`,
    `TZOFFSETTO:${offsetText(first.to)}`,
    ...(rule ? [`RRULE:${rule}`] : days),
    `END:${kind}`,
  ]
}

/** The rule that all of them keep, once in each year: that weekday of that month, the first to fourth or the last. */
function yearlyRule(changes: readonly Change[]): string | null {
  // As clocks showed it until then: so DTSTART says it, too.
  const days = changes.map(({ at, from }) => new Date(at + from))
  const [first] = days
  if (!first || days.length < AHEAD_YEARS - 1) return null
  const alike = days.every(
    (day, index) =>
      day.getUTCFullYear() === first.getUTCFullYear() + index &&
      day.getUTCMonth() === first.getUTCMonth() &&
      day.getUTCDay() === first.getUTCDay() &&
      day.getTime() % DAY_MS === first.getTime() % DAY_MS,
  )
  const places = new Set(days.map((day) => Math.ceil(day.getUTCDate() / 7)))
  const place = days.every(isLastOfItsKind) ? -1 : places.size === 1 ? [...places][0] : undefined
  if (!alike || place === undefined) return null
  return `FREQ=YEARLY;BYMONTH=${first.getUTCMonth() + 1};BYDAY=${place}${WEEKDAYS[first.getUTCDay()]}`
}

/** Whether the same weekday does not come again in that month. */
const isLastOfItsKind = (day: Date): boolean =>
  new Date(day.getTime() + 7 * DAY_MS).getUTCMonth() !== day.getUTCMonth()

/** UTC-OFFSET (§3.3.14). */
function offsetText(ms: number): string {
  const minutes = Math.abs(ms) / MINUTE_MS
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
  return `${ms < 0 ? '-' : '+'}${digits.join('')}`
}
