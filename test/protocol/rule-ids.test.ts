import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const PROTOCOL = readFileSync(path.resolve(import.meta.dirname, '../../PROTOCOL.md'), 'utf8')

test('a rule of PROTOCOL.md has an id of its own', () => {
  const ids = [...PROTOCOL.matchAll(/\*\*([A-Z]\d+)\*\* [A-Z`]/g)].flatMap(([, id]) => id ?? [])
  expect(ids.length).toBeGreaterThan(100)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})
