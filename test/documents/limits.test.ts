import { describe, expect, test } from 'vitest'
import * as limits from '../../protocol/limits.ts'
import { limitsOf } from './limit-in-words.ts'
import { PROTOCOL, RULES } from './rules.ts'

const LIMITS = limitsOf(limits)

/** The rows of the table of limits: name, value, and the rules that they are of. */
const ROWS = [...PROTOCOL.matchAll(/^\| `([A-Z][A-Z_]+[^`]*)` +\| ([^|]*?) +\| ([^|]*?) +\|$/gm)].map(
  ([, name = '', value = '', rules = '']) => ({ name, value, rules: rules.match(/[A-Z]\d+/g) ?? [] }),
)

test('limits are written as people read them', () => {
  const written = limitsOf({
    SHORT_MS: 250,
    SOON_MS: 60_000,
    LATER_MS: 600_000,
    LATE_MS: 14_400_000,
    NEVER_MS: 30 * 24 * 3_600_000,
    SMALL_BYTES: 65_536,
    LARGE_LENGTH: 2 * 1024 ** 2,
    SHARE: 0.9,
    TRIES_PER_SECOND: 0.2,
    RATES: { talk: { burst: 1_600, perSecond: 20 } },
  })
  expect(written.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'SHORT_MS: 0.25 s',
    'SOON_MS: 60 s',
    'LATER_MS: 10 min',
    'LATE_MS: 4 h',
    'NEVER_MS: 30 days',
    'SMALL_BYTES: 64 KiB',
    'LARGE_LENGTH: 2 Mi',
    'SHARE: 90 %',
    'TRIES_PER_SECOND: 1 every 5 s',
    'RATES.talk: 1,600 at once, 20 a second',
  ])
})

test('the table of limits has all of protocol/limits.ts, as it is there', () => {
  const inOrder = (rows: readonly { readonly name: string; readonly value: string }[]): readonly string[] =>
    rows.map(({ name, value }) => `${name}: ${value}`).toSorted()
  expect(inOrder(ROWS)).toEqual(inOrder(LIMITS))
})

describe('a rule says the numbers of its limits', () => {
  test.each(ROWS)('$name', ({ name, rules }) => {
    const parts = LIMITS.find((limit) => limit.name === name)?.parts ?? []
    for (const id of rules) {
      const [, text] = RULES.find(([known]) => known === id) ?? []
      expect(text, `${id} is a rule`).toBeDefined()
      // Not within a larger number.
      for (const part of parts)
        expect(text, `${id} says it`).toMatch(new RegExp(`(?<![\\d.,])${part.replace('.', '\\.')}(?![\\d])`))
    }
  })
})
