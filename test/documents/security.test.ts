import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, readDocument } from './read-document.ts'
import { RULES } from './rules.ts'

const IDS = RULES.map(([id]) => id)

/** The rows of the threat model: what somebody can or cannot do, and what holds that. */
const ROWS = [
  ...readDocument('SECURITY.md').matchAll(/^\| (can learn|can do|cannot) +\| (.+?) +\| (.+?) +\|$/gm),
].map(([, kind = '', what = '', heldBy = '']) => ({ kind, what, heldBy }))

const rulesIn = (text: string): readonly string[] => text.match(/\b[A-Z]\d{1,2}\b/g) ?? []
const testsIn = (text: string): readonly string[] => text.match(/test\/[\w/.-]+\.test\.ts/g) ?? []

test('the threat model is read as it stands', () => {
  expect(ROWS.length).toBeGreaterThan(40)
  for (const kind of ['can learn', 'can do', 'cannot']) expect(ROWS.map((row) => row.kind)).toContain(kind)
})

test('what nobody can do is held by a rule, or by a test', () => {
  const unheld = ROWS.filter(
    ({ kind, heldBy }) => kind === 'cannot' && rulesIn(heldBy).length + testsIn(heldBy).length === 0,
  )
  expect(unheld).toEqual([])
})

test('the rules and tests that it names are there', () => {
  const named = ROWS.map(({ heldBy }) => heldBy)
  expect(named.flatMap(rulesIn).filter((id) => !IDS.includes(id))).toEqual([])
  expect(named.flatMap(testsIn).filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([])
})
