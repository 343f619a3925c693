import { expect, test } from 'vitest'
import {
  MAX_KNOWN_SENDINGS,
  MESSAGE_KIND_RULES,
  type MessageRate,
  rulesOf,
} from '../../protocol/page-edge/message-kinds.ts'
import { PROTOCOL, RULES } from './rules.ts'

const [, SECTION = ''] = PROTOCOL.split('\n### What people send each other\n')
const ROWS = [...(SECTION.split('\n\n- ')[0] ?? '').matchAll(/^\| `(.*)$/gm)].map(([, row = '']) =>
  row.split('|').map((cell) => cell.replace('`', '').trim()),
)

const written = (value: number): string => value.toLocaleString('en')

const ADDRESSEES = { everyone: 'everyone', moderators: 'moderators', peer: 'one' } as const

/** What latecomers get, as the table says it; what C8 takes of it stands behind that. */
function keptInWords(kept: number | 'latest' | 'none'): string {
  if (kept === 'none') return 'nothing'
  return kept === 'latest' ? 'the latest of each who is there' : `the last ${written(kept)}`
}

test('PROTOCOL.md has every kind of message, with what it is held to', () => {
  const kinds = Object.keys(MESSAGE_KIND_RULES) as (keyof typeof MESSAGE_KIND_RULES)[]
  expect(
    ROWS.map(([kind, to, length, kept, governed]) => [kind, to, length, kept?.split(', ')[0], governed]),
  ).toEqual(
    kinds.map((kind) => {
      const { to, maxLength, kept, governedBy } = rulesOf(kind)
      const names = to.map((each) => ADDRESSEES[each]).join(', ')
      return [kind, names, written(maxLength), keptInWords(kept), governedBy ?? '']
    }),
  )
})

test('C5 says how fast each kind may be sent', () => {
  const [, text = ''] = RULES.find(([id]) => id === 'C5') ?? []
  const rates = new Set<MessageRate>(Object.values(MESSAGE_KIND_RULES).map(({ rate }) => rate))
  for (const rate of rates)
    for (const value of Object.values(rate))
      expect(text).toMatch(new RegExp(`(?<![\\d,])${written(value)}(?!\\d)`))
})

test('C6 says how many sendings a room knows again', () => {
  const [, text = ''] = RULES.find(([id]) => id === 'C6') ?? []
  expect(text).toContain(`the last ${written(MAX_KNOWN_SENDINGS)} again`)
})
