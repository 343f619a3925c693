import * as v from 'valibot'
import { expect, test } from 'vitest'
import { readJson } from '../../protocol/reading.ts'
import { readDocument } from './read-document.ts'

const { version } = v.parse(v.object({ version: v.string() }), readJson(readDocument('package.json')))
const VERSIONS = [
  ...readDocument('CHANGES.md').matchAll(/^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$/gm),
].map(([, number = '', date = '']) => ({ number, date }))

test('the newest version of CHANGES.md is that of package.json', () => {
  expect(VERSIONS[0]?.number).toBe(version)
})

test('what lenders are told to run is called by that version', () => {
  const named = [...readDocument('sfu-node/deploy/README.md').matchAll(/essaim-node-([\d.]+)\.tgz/g)]
  expect(named.length).toBeGreaterThan(0)
  for (const [, number] of named) expect(number).toBe(version)
})

test('versions stand from the newest to the oldest', () => {
  const dates = VERSIONS.map(({ date }) => date)
  expect(dates.length).toBeGreaterThan(1)
  expect(dates).toEqual(dates.toSorted().toReversed())
})
