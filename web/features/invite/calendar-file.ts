import { localTime, offsetsOf, timeZoneLines } from './time-zone.ts'

/** How often a meeting comes back. */
export const REPETITIONS = ['never', 'daily', 'weekly', 'monthly'] as const
export type Repetition = (typeof REPETITIONS)[number]

/** A meeting to be written into a calendar. */
export interface Meeting {
  readonly title: string
  readonly text: string
  readonly link: string
  /** When it begins (ms since the epoch). */
  readonly start: number
  readonly minutes: number
  readonly repetition: Repetition
  /** The IANA name of the zone whose clocks a repeated meeting keeps to. */
  readonly timeZone: string
  /** What makes this meeting another than all others. */
  readonly id: string
  /** Now (ms since the epoch). */
  readonly now: number
}

/** The octets of a line beyond which it is folded (RFC 5545 §3.1). */
const LINE_MAX_OCTETS = 75
const MINUTE_MS = 60_000

/**
 * The calendar file of one meeting (RFC 5545): texts escaped, lines folded and ended by CRLF. Its times are in UTC; those of
 * a meeting that repeats are in its zone, which comes with it, so that it stays at its hour when the clocks change.
 */
export function calendarFile(meeting: Meeting): string {
  const { title, text, link, start, minutes, repetition, timeZone, id, now } = meeting
  const zone = repetition === 'never' || timeZone === 'UTC' ? null : timeZone
  const moment = zone === null ? (ms: number) => `:${utc(ms)}` : timesIn(zone)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Essaim//Essaim//EN',
    'METHOD:PUBLISH',
    ...(zone === null ? [] : timeZoneLines(zone, start)),
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART${moment(start)}`,
    ...(zone === null ? [`DTEND${moment(start + minutes * MINUTE_MS)}`] : [`DURATION:PT${minutes}M`]),
    ...(repetition === 'never' ? [] : [`RRULE:FREQ=${repetition.toUpperCase()}`]),
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `LOCATION:${escaped(link)}`,
    `URL:${link}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

/** A moment in UTC (§3.3.5, form 2), to the second. */
const utc = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z')

/** The value of a property that is a moment in that zone (§3.3.5, form 3). */
function timesIn(zone: string): (ms: number) => string {
  const offsetAt = offsetsOf(zone)
  return (ms) => `;TZID=${zone}:${localTime(ms, offsetAt(ms))}`
}

/** TEXT (§3.3.11). Other control characters have no place in it. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are taken out
    .replaceAll(/[\u0000-\u001F\u007F]/g, '')

/** One line as several of at most 75 octets, cut between characters; those that follow begin with a space. */
function folded(line: string): string[] {
  const encoder = new TextEncoder()
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > LINE_MAX_OCTETS) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part]
}
