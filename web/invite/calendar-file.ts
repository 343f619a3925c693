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
  /** What makes this meeting another than all others. */
  readonly id: string
  /** Now (ms since the epoch). */
  readonly now: number
}

/** The octets of a line beyond which it is folded (RFC 5545 §3.1). */
const LINE_MAX_OCTETS = 75
const MINUTE_MS = 60_000

/** The calendar file of one meeting (RFC 5545): times in UTC, texts escaped, lines folded and ended by CRLF. */
export function calendarFile(meeting: Meeting): string {
  const { title, text, link, start, minutes, repetition, id, now } = meeting
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Essaim//Essaim//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(start + minutes * MINUTE_MS)}`,
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
