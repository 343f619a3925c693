import { expect, test } from 'vitest'
import { calendarFile, type Meeting } from '../../../../web/features/invite/calendar-file.ts'
import { fromLocalField, nextFullHour, toLocalField } from '../../../../web/features/invite/local-moment.ts'
import { mailAddress } from '../../../../web/features/invite/room-link.ts'

const MEETING: Meeting = {
  title: 'Meeting in thursday',
  text: 'Join here:\nhttps://meet.example/thursday',
  link: 'https://meet.example/thursday',
  start: Date.UTC(2026, 10, 26, 18, 30),
  minutes: 90,
  repetition: 'never',
  timeZone: 'Europe/Paris',
  id: 'abc@essaim',
  now: Date.UTC(2026, 10, 23, 9, 0, 5),
}

const linesOf = (meeting: Meeting): string[] => calendarFile(meeting).split('\r\n')
const unfolded = (meeting: Meeting): string[] => calendarFile(meeting).replaceAll('\r\n ', '').split('\r\n')

test('RFC 5545: a meeting has its times in UTC, an id, and every line its end', () => {
  const lines = linesOf(MEETING)
  expect(lines.at(0)).toBe('BEGIN:VCALENDAR')
  expect(lines.at(-2)).toBe('END:VCALENDAR')
  expect(lines.at(-1)).toBe('')
  expect(lines).toContain('DTSTAMP:20261123T090005Z')
  expect(lines).toContain('DTSTART:20261126T183000Z')
  expect(lines).toContain('DTEND:20261126T200000Z')
  expect(lines).toContain('UID:abc@essaim')
  expect(lines.some((line) => line.startsWith('RRULE'))).toBe(false)
  const weekly = linesOf({ ...MEETING, repetition: 'weekly' })
  expect(weekly).toContain('RRULE:FREQ=WEEKLY')
  expect(weekly).toContain('DTSTART;TZID=Europe/Paris:20261126T193000')
  expect(weekly).toContain('DURATION:PT90M')
})

test('RFC 5545 §3.3.11: what means something in a text is escaped, and nothing begins a line of its own', () => {
  const title = 'a, b; c\\d\r\nEND:VEVENT\u0007'
  expect(unfolded({ ...MEETING, title })).toContain('SUMMARY:a\\, b\\; c\\\\d\\nEND:VEVENT')
})

test('RFC 5545 §3.1: lines are folded at 75 octets, between characters, and read the same', () => {
  const title = 'Réunion des amis de la médiathèque 👩‍👩‍👧 '.repeat(12)
  const lines = linesOf({ ...MEETING, title })
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(calendarFile({ ...MEETING, title })).not.toContain('\uFFFD')
  expect(unfolded({ ...MEETING, title })).toContain(`SUMMARY:${title}`)
})

test('RFC 6068: an e-mail has its subject and text, whatever stands in them', () => {
  const address = new URL(mailAddress('Réunion & café', 'one\ntwo?&=#'))
  expect(address.protocol).toBe('mailto:')
  expect(address.searchParams.get('subject')).toBe('Réunion & café')
  expect(address.searchParams.get('body')).toBe('one\r\ntwo?&=#')
})

test('a form’s time goes there and back, and nonsense is none', () => {
  const at = new Date(2026, 10, 26, 18, 30).getTime()
  expect(fromLocalField(toLocalField(at))).toBe(at)
  expect(fromLocalField('')).toBeNull()
  expect(fromLocalField('tomorrow')).toBeNull()
  const now = new Date(2026, 10, 26, 18, 59).getTime()
  expect(toLocalField(nextFullHour(now))).toBe('2026-11-26T20:00')
})
