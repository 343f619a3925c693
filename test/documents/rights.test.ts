import { expect, test } from 'vitest'
import { rowsInWords } from '../support/rights/in-words.ts'
import { PROTOCOL } from './rules.ts'

const [, SECTION = ''] = PROTOCOL.split('\n#### Who may ask for what\n')
const ROWS = [...(SECTION.split('\n### ')[0] ?? '').matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) =>
  row.split(' | ').map((cell) => cell.trim()),
)

test('A1 PROTOCOL.md has the table of rights, as it is tried', () => {
  expect(ROWS).toEqual(rowsInWords())
})
