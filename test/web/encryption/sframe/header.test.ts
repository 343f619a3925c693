import { describe, expect, test } from 'vitest'
import { encodeHeader, type HeaderNumber, readHeader } from '../../../../web/core/encryption/sframe/header.ts'
import { draws } from '../../../support/draws.ts'
import { VECTORS } from './vectors.ts'

const SEED = 9605

describe('the vectors of RFC 9605', () => {
  test('there are all of them', () => expect(VECTORS.header).toHaveLength(289))

  test.each(VECTORS.header)('key id $keyId, counter $counter', ({ keyId, counter, encoded }) => {
    expect(encodeHeader(keyId, counter)).toEqual(encoded)
    expect(readHeader(encoded)).toEqual({ keyId, counter, length: encoded.length })
    // Cut anywhere, it is none.
    for (let length = 0; length < encoded.length; length += 1)
      expect(readHeader(encoded.subarray(0, length))).toBeNull()
  })
})

/** Numbers of each length alike. */
function headerNumber(random: () => number): HeaderNumber {
  const bits = Math.floor(random() * 65)
  let value = 0n
  for (let bit = 0; bit < bits; bit += 1) value = (value << 1n) | BigInt(random() < 0.5)
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value
}

test('what is written is read, whatever follows', () => {
  const random = draws(SEED)
  for (let round = 0; round < 2_000; round += 1) {
    const [keyId, counter] = [headerNumber(random), headerNumber(random)]
    const header = encodeHeader(keyId, counter)
    const after = Array.from({ length: Math.floor(random() * 9) }, () => Math.floor(random() * 256))
    const read = readHeader(Uint8Array.from([...header, ...after]))
    expect(read, `seed ${SEED}, round ${round}`).toEqual({ keyId, counter, length: header.length })
  }
})

test('of any bytes, what is read as a header is written as the same bytes: no two headers mean one', () => {
  const random = draws(SEED)
  let headers = 0
  for (let round = 0; round < 20_000; round += 1) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 20) }, () =>
      random() < 0.2 ? 0 : Math.floor(random() * 256),
    )
    const read = readHeader(bytes)
    if (!read) continue
    headers += 1
    expect(encodeHeader(read.keyId, read.counter), `seed ${SEED}, round ${round}`).toEqual(
      bytes.subarray(0, read.length),
    )
  }
  expect(headers).toBeGreaterThan(1_000)
})

test.each([
  ['a counter of 7 in a byte of its own', [0x08, 0x07]],
  ['a key id of 0 in a byte of its own', [0x80, 0x00]],
  ['a counter with a zero before it', [0x09, 0x00, 0xff]],
  ['a key id with a zero before it', [0x90, 0x00, 0xff]],
  ['8 bytes of nothing', [0x0f, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['nothing at all', []],
])('%s is no header', (_, bytes) => {
  expect(readHeader(Uint8Array.from(bytes))).toBeNull()
})

test.each([-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1, 2n ** 64n, -1n])('%s is refused', (value) => {
  expect(() => encodeHeader(0, value)).toThrow(RangeError)
  expect(() => encodeHeader(value, 0)).toThrow(RangeError)
})
