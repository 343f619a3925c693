import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { expand, hmac, sha256 } from '../../../../web/core/encryption/group/mls/suite/sha256.ts'

const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex')
/** Some of each length, none like the other. */
const some = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => 7 * index + length)

describe('SHA-256 in the page', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('is what FIPS 180-4 publishes of "%s"', (text, hash) => {
    expect(hex(sha256(new TextEncoder().encode(text)))).toBe(hash)
  })

  test('is what OpenSSL comes to, whatever is left of the last block', () => {
    for (let length = 0; length < 300; length++)
      expect(hex(sha256(some(length)))).toBe(createHash('sha256').update(some(length)).digest('hex'))
    const long = some(40_000)
    expect(hex(sha256(long))).toBe(createHash('sha256').update(long).digest('hex'))
  })

  test('keys hashes as RFC 2104 does: by nothing, by a block, and by more', () => {
    for (const key of [0, 1, 32, 63, 64, 65, 200].map(some))
      expect(hex(hmac(key, some(100)))).toBe(createHmac('sha256', key).update(some(100)).digest('hex'))
  })

  test('derives as RFC 5869 does, and no more than one block of it', () => {
    const prk = hmac(some(10), some(20))
    for (const length of [1, 12, 32]) {
      const whole = new Uint8Array(hkdfSync('sha256', some(20), some(10), some(50), length))
      expect(hex(expand(prk, some(50), length))).toBe(hex(whole))
    }
    expect(() => expand(prk, some(50), 33)).toThrow(RangeError)
  })
})
