import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { Statistics } from '../../protocol/http/statistics.ts'
import { dayOf, growth, summarise } from '../../worker/directory/published/statistics.ts'

/** A Tuesday. */
const NOON = Date.UTC(2026, 10, 24, 12)
const NOW = { conferences: 1, people: 3 }

const on = (day: string, conferences: number, people: number) => ({ day, conferences, people })

describe('S3 reports carry sums, so that one that comes twice counts once', () => {
  test.each([
    [{}, { people: 2 }, { people: 2 }],
    [{ people: 2 }, { people: 2 }, {}],
    [{ people: 2 }, { people: 5, conferences: 1 }, { people: 3, conferences: 1 }],
    [{ people: 5 }, { people: 2 }, {}],
    [{ people: 5 }, {}, {}],
  ])('from %j to %j: %j', (before, after, more) => {
    expect(growth(before, after)).toEqual(more)
  })
})

test('a day is one of UTC', () => {
  expect(dayOf(Date.UTC(2026, 11, 31, 23, 59, 59, 999))).toBe('2026-12-31')
  expect(dayOf(Date.UTC(2027, 0, 1))).toBe('2027-01-01')
})

describe('S4 what is published', () => {
  test('before anything was counted: nothing but now', () => {
    expect(summarise([], NOW, NOON)).toEqual({ since: null, now: NOW, days: [], years: [], workingDay: null })
  })

  test('on the first day: that day alone', () => {
    expect(summarise([on('2026-11-24', 1, 2)], NOW, NOON)).toEqual({
      since: '2026-11-24',
      now: NOW,
      days: [on('2026-11-24', 1, 2)],
      years: [{ year: 2026, conferences: 1, people: 2 }],
      workingDay: null,
    })
  })

  test('days without a figure are there, and none before the first', () => {
    const { days } = summarise([on('2026-11-20', 1, 2), on('2026-11-23', 3, 9)], NOW, NOON)
    expect(days).toEqual([
      on('2026-11-20', 1, 2),
      on('2026-11-21', 0, 0),
      on('2026-11-22', 0, 0),
      on('2026-11-23', 3, 9),
      on('2026-11-24', 0, 0),
    ])
  })

  test('a working day is Monday to Friday, and today is not over', () => {
    const counted = [
      on('2026-11-20', 1, 4),
      on('2026-11-21', 50, 500),
      on('2026-11-22', 50, 500),
      on('2026-11-23', 4, 8),
      on('2026-11-24', 90, 900),
    ]
    expect(summarise(counted, NOW, NOON).workingDay).toEqual({ days: 2, conferences: 2.5, people: 6 })
  })

  test('a weekend alone has no working day', () => {
    const sunday = Date.UTC(2026, 10, 22, 12)
    expect(summarise([on('2026-11-21', 1, 2)], NOW, sunday).workingDay).toBeNull()
  })

  test('years and working days of a long time, as its schema has it', () => {
    const start = Date.UTC(2025, 11, 1)
    const every = Array.from({ length: 359 }, (_, i) => on(dayOf(start + i * 86_400_000), 1, 2))
    const summary = summarise(every, NOW, NOON)
    expect(v.parse(Statistics, summary)).toEqual(summary)
    expect(summary.since).toBe('2025-12-01')
    expect(summary.days).toHaveLength(30)
    expect(summary.days.at(-1)?.day).toBe('2026-11-24')
    expect(summary.years).toEqual([
      { year: 2025, conferences: 31, people: 62 },
      { year: 2026, conferences: 328, people: 656 },
    ])
    expect(summary.workingDay).toEqual({ days: 20, conferences: 1, people: 2 })
  })
})
