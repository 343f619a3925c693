import * as v from 'valibot'
import { expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../../protocol/base64url.ts'
import { Sealed } from '../../../protocol/page-edge/sealed.ts'
import { bytesOf, open, type Purpose, seal, sealKeyOf } from '../../../web/core/encryption/envelope.ts'
import { draws } from '../../support/draws.ts'

const raw = new Uint8Array(32).fill(7)
const key = sealKeyOf(0, raw)
const purpose: Purpose = ['message', 'thursday', 'chat', null, 3]

const texts = (draw: () => number): string =>
  Array.from({ length: Math.floor(draw() * 300) }, () =>
    String.fromCodePoint(32 + Math.floor(draw() * 0x2000)),
  ).join('')

test('K1 what is sealed opens as it was, and is another envelope each time', async () => {
  const draw = draws(41)
  const seen = new Set<string>()
  for (let i = 0; i < 200; i += 1) {
    const letter = { number: Math.floor(draw() * 2 ** 32), bytes: bytesOf(texts(draw)) }
    const sealed = await Promise.all([seal(key, purpose, letter), seal(key, purpose, letter)])
    for (const each of sealed) {
      expect(await open(key, purpose, each)).toEqual(letter)
      seen.add(each)
    }
  }
  expect(seen.size).toBe(400)
})

test('K1 WebCrypto opens it as well: AES-256-GCM with the purpose as associated data', async () => {
  const sealed = await seal(key, purpose, { number: 258, bytes: bytesOf('bonjour') })
  const bytes = fromBase64url(sealed.slice(2))
  const imported = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
  const plain = await crypto.subtle.decrypt(
    {
      name: 'AES-GCM',
      iv: Uint8Array.from(bytes.subarray(0, 12)),
      additionalData: new TextEncoder().encode('["message","thursday","chat",null,3]'),
    },
    imported,
    Uint8Array.from(bytes.subarray(12)),
  )
  expect(plain.byteLength).toBe(64)
  expect([...new Uint8Array(plain).subarray(0, 8)]).toEqual([0, 0, 1, 2, 0, 0, 0, 7])
  expect(new TextDecoder().decode(new Uint8Array(plain).subarray(8, 15))).toBe('bonjour')
})

test('K1 lengths tell little: all up to 56 bytes are as long', async () => {
  const length = async (bytes: number): Promise<number> =>
    (await seal(key, purpose, { number: 0, bytes: new Uint8Array(bytes) })).length
  expect(new Set([await length(0), await length(1), await length(56)]).size).toBe(1)
  expect(await length(57)).toBeGreaterThan(await length(56))
})

test('K1 nothing opens that is not as it was sealed: any bit, any cut, another key, another purpose', async () => {
  const sealed = await seal(key, purpose, { number: 1, bytes: bytesOf('hello') })
  const bytes = fromBase64url(sealed.slice(2))
  for (let i = 0; i < bytes.length; i += 1) {
    const changed = Uint8Array.from(bytes, (byte, at) => (at === i ? byte ^ 1 : byte))
    expect(await open(key, purpose, v.parse(Sealed, `0.${toBase64url(changed)}`))).toBeNull()
    const cut = `0.${toBase64url(bytes.subarray(0, i))}` as Sealed
    expect(await open(key, purpose, cut)).toBeNull()
  }
  expect(await open(key, purpose, v.parse(Sealed, `${sealed}AAAA`))).toBeNull()
  expect(await open(key, purpose, v.parse(Sealed, `1.${sealed.slice(2)}`))).toBeNull()
  expect(await open(sealKeyOf(0, new Uint8Array(32).fill(8)), purpose, sealed)).toBeNull()
  for (let i = 0; i < purpose.length; i += 1)
    expect(await open(key, purpose.with(i, 'other'), sealed)).toBeNull()
})

test('K1 what is no envelope opens to nothing, and throws nothing', async () => {
  const draw = draws(42)
  for (let i = 0; i < 2_000; i += 1) {
    const text = Array.from({ length: 123 + Math.floor(draw() * 60) }, () =>
      'ABCabc019_-'.charAt(Math.floor(draw() * 11)),
    ).join('')
    expect(await open(key, purpose, v.parse(Sealed, `0.${text}`))).toBeNull()
  }
})
