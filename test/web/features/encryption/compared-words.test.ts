import { expect, test } from 'vitest'
import { COMPARED_WORDS, wordNumbersOf } from '../../../../web/features/encryption/compare/compared-words.ts'

const counting = Uint8Array.from({ length: 32 }, (_, at) => at)

test('J14 the words are the first 66 bits of what PBKDF2 makes of the authenticator, 11 bits each', async () => {
  // By Python's hashlib: pbkdf2_hmac('sha256', authenticator, b'essaim words', 100000, 9).
  expect(await wordNumbersOf(new Uint8Array(32))).toEqual([1904, 208, 429, 417, 1877, 1531])
  expect(await wordNumbersOf(counting)).toEqual([269, 53, 1108, 1521, 1388, 693])
})

test('J14 another epoch has other words', async () => {
  const other = counting.with(31, 0)
  const [before, after] = [await wordNumbersOf(counting), await wordNumbersOf(other)]
  expect(after).toHaveLength(COMPARED_WORDS)
  expect(after.filter((number, at) => number === before[at])).toEqual([])
})
