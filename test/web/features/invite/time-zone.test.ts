import ICAL from 'ical.js'
import { afterEach, expect, test, vi } from 'vitest'
import { calendarFile, type Meeting, type Repetition } from '../../../../web/features/invite/calendar-file.ts'
import { offsetsOf, ownTimeZone, timeZoneLines } from '../../../../web/features/invite/time-zone.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** 18:30 there on 26 November 2026. */
const startIn = (timeZone: string): number => {
  const asUtc = Date.UTC(2026, 10, 26, 18, 30)
  return asUtc - offsetsOf(timeZone)(asUtc)
}

const meeting = (timeZone: string, repetition: Repetition): Meeting => ({
  title: 'Thursday',
  text: 'Join',
  link: 'https://meet.example/thursday',
  start: startIn(timeZone),
  minutes: 60,
  repetition,
  timeZone,
  id: 'abc@essaim',
  now: Date.UTC(2026, 10, 23),
})

/** When it takes place (ms), as a calendar program reads the file that knows no zone but what stands in it. */
function expand(file: string, count: number): { start: number; end: number }[] {
  const calendar = new ICAL.Component(ICAL.parse(file))
  ICAL.TimezoneService.reset()
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone) ICAL.TimezoneService.register(zone)
  const found = calendar.getFirstSubcomponent('vevent')
  if (!found) throw new Error('no event')
  const event = new ICAL.Event(found)
  const dates = event.iterator()
  return Array.from({ length: count }, () => {
    const details = event.getOccurrenceDetails(dates.next())
    return { start: details.startDate.toUnixTime() * 1_000, end: details.endDate.toUnixTime() * 1_000 }
  })
}

const clockIn = (timeZone: string, ms: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(ms)

test.each([
  ['in the north', 'Europe/Paris', 2],
  ['in the south', 'Australia/Sydney', 2],
  ['where clocks never change', 'Asia/Tokyo', 1],
  ['at half an hour', 'Asia/Kolkata', 1],
  ['where they change by half an hour', 'Australia/Lord_Howe', 2],
  ['where they change on other days', 'America/New_York', 2],
  ['where they change on a Friday', 'Asia/Jerusalem', 2],
  ['west of Greenwich, south of the equator', 'America/Santiago', 2],
  ['in UTC', 'UTC', 1],
])('a weekly meeting keeps its hour over a year %s', (_where, timeZone, offsets) => {
  const dates = expand(calendarFile(meeting(timeZone, 'weekly')), 53)
  expect(dates[0]?.start).toBe(startIn(timeZone))
  expect(new Set(dates.map(({ start }) => clockIn(timeZone, start)))).toEqual(new Set(['18:30']))
  expect(new Set(dates.map(({ start, end }) => end - start))).toEqual(new Set([HOUR_MS]))
  // A week is a week, but for the hour that clocks jump.
  const offsetAt = offsetsOf(timeZone)
  expect(new Set(dates.map(({ start }) => offsetAt(start))).size).toBe(offsets)
  for (const [index, { start }] of dates.entries()) {
    const exact = startIn(timeZone) + index * 7 * DAY_MS
    expect(start).toBe(exact + offsetAt(startIn(timeZone)) - offsetAt(start))
  }
})

test('a daily meeting keeps its hour for ten years, also where each year changes on other days', () => {
  for (const timeZone of ['Europe/Paris', 'America/Santiago', 'Asia/Jerusalem']) {
    const dates = expand(calendarFile(meeting(timeZone, 'daily')), 3_650)
    expect(new Set(dates.map(({ start }) => clockIn(timeZone, start)))).toEqual(new Set(['18:30']))
  }
})

test('a meeting by night keeps its hour from the day on which clocks change', () => {
  const lateIn = (timeZone: string, day: number) =>
    Date.UTC(2027, 2, day, 12) - offsetsOf(timeZone)(Date.UTC(2027, 2, day, 12))
  for (const day of [27, 28, 29]) {
    const [first] = expand(
      calendarFile({ ...meeting('Europe/Paris', 'weekly'), start: lateIn('Europe/Paris', day) }),
      1,
    )
    expect(first?.start).toBe(lateIn('Europe/Paris', day))
  }
})

test('RFC 5545 §3.6.5: a zone with a yearly rule has one, another has its days', () => {
  const lines = timeZoneLines('Europe/Paris', startIn('Europe/Paris'))
  expect(lines.filter((line) => line.startsWith('RRULE')).toSorted()).toEqual([
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  ])
  expect(timeZoneLines('America/New_York', startIn('America/New_York'))).toContain(
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
  )
  const ofChile = timeZoneLines('America/Santiago', startIn('America/Santiago'))
  expect(ofChile.filter((line) => line.startsWith('RDATE')).length).toBeGreaterThan(30)
  expect(ofChile.some((line) => line.startsWith('RRULE'))).toBe(false)
  expect(timeZoneLines('Asia/Kolkata', startIn('Asia/Kolkata'))).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Kolkata',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0530',
    'TZOFFSETTO:+0530',
    'END:STANDARD',
    'END:VTIMEZONE',
  ])
})

afterEach(() => {
  vi.restoreAllMocks()
})

test.each([
  ['Europe/Paris', 'Europe/Paris'],
  ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
  ['+05:30', 'UTC'],
  ['Nowhere/Unheard_Of', 'UTC'],
  ['X;Y:Z', 'UTC'],
])('a browser in %s', (told, timeZone) => {
  const options = new Intl.DateTimeFormat().resolvedOptions()
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...options, timeZone: told })
  expect(ownTimeZone()).toBe(timeZone)
})
