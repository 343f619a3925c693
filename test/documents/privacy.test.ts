import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import {
  DOOR_KEPT_MS,
  EMPTY_ROOM_GRACE_MS,
  KEPT_NAMES_BURST,
  KEPT_NAMES_PER_DAY,
  TURN_CREDENTIAL_TTL_MS,
} from '../../protocol/limits.ts'
import { KEPT, type KeptRow, type KeptWords } from '../../web/features/privacy/kept-words.ts'
import { keptWordsOf } from '../../web/features/privacy/kept-words-of.ts'
import { RETENTION } from '../../web/features/privacy/retention.ts'
import { LANGUAGE_TAGS } from '../../web/settings/language-tags.ts'
import { AVOIDED } from '../web/i18n/word-choices.ts'

const COLUMNS = ['what', 'where', 'why', 'until'] as const satisfies readonly (keyof KeptRow)[]

const cellsOf = (row: KeptRow): string[] => COLUMNS.map((column) => row[column])

/** The table as the page draws it, a line of cells each. */
const tableOf = (words: KeptWords): string[][] => {
  const rows = words.rows(RETENTION)
  return [cellsOf(words.columns), ...KEPT.map((kept) => cellsOf(rows[kept]))]
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

const document = await readFile('PRIVACY.md', 'utf8')
const english = await keptWordsOf('en')

describe('PRIVACY.md', () => {
  test('has the table that the page /privacy has, word for word', () => {
    const lines = document.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('| -'))
    const cells = lines.map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
    expect(cells).toEqual(tableOf(english))
  })

  test('says all that the page says besides', () => {
    const whole = oneLine(document)
    const { title, lead, seenTitle, hideTitle, hide } = english
    for (const sentence of [`# ${title}`, lead, `## ${seenTitle}`, `## ${hideTitle}`, ...hide])
      expect(whole).toContain(sentence)
    for (const sentence of english.seen(RETENTION)) expect(whole).toContain(sentence)
  })
})

test('what is kept is kept as long as the code keeps it', () => {
  const day = 24 * 60 * 60 * 1_000
  expect(RETENTION).toMatchObject({
    roomSeconds: EMPTY_ROOM_GRACE_MS / 1_000,
    doorDays: DOOR_KEPT_MS / day,
    relayHours: TURN_CREDENTIAL_TTL_MS / (60 * 60 * 1_000),
  })
  expect(RETENTION.ownerDays).toBeGreaterThanOrEqual(KEPT_NAMES_BURST / KEPT_NAMES_PER_DAY)
})

describe.each(LANGUAGE_TAGS)('in %s, the page', (tag) => {
  test('puts every time where it belongs, and says it kindly', async () => {
    const words = await keptWordsOf(tag)
    // Each time another number: one that is written down, or in the wrong place, shows.
    const times = { ...RETENTION }
    const numbers = {
      roomSeconds: 11,
      doorDays: 22,
      guessMinutes: 33,
      ownerDays: 44,
      relayHours: 55,
      recoveryDays: 66,
    }
    const rows = words.rows({ ...times, ...numbers })
    const told = (text: string) => [...text.matchAll(/\d+/g)].map(([number]) => Number(number))
    const roomEnds = {
      presence: [11],
      messages: [11],
      files: [11],
      keys: [11],
      words: [11],
      door: [22, 11],
      address: [11, 33],
    }
    const other = { owners: [44], relay: [55] }
    for (const kept of KEPT) {
      const expected: Partial<Record<string, number[]>> = { ...roomEnds, ...other }
      expect(told(rows[kept].until), kept).toEqual(expected[kept] ?? [])
    }
    expect(told(words.seen({ ...times, ...numbers }).join(' '))).toEqual([66])
    const sentences = [
      ...tableOf(words).flat(),
      words.title,
      words.lead,
      words.seenTitle,
      words.hideTitle,
      ...words.hide,
      ...words.seen(RETENTION),
    ]
    for (const sentence of sentences) {
      expect(sentence.trim()).not.toBe('')
      expect(sentence).not.toMatch(/[!¡]|\b(undefined|null|NaN)\b| {2}|\.\.\.|'|"/)
      for (const [word, why] of AVOIDED[tag]) expect(sentence, why).not.toMatch(word)
    }
    if (tag !== 'en')
      expect(sentences.filter((sentence) => JSON.stringify(tableOf(english)).includes(sentence))).toEqual([])
  })
})
