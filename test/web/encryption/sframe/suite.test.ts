import { expect, test } from 'vitest'
import { encodeHeader } from '../../../../web/core/encryption/sframe/header.ts'
import {
  associatedData,
  deriveSFrameKey,
  labelOf,
  nonceOf,
  seal,
  TAG_BYTES,
  unseal,
} from '../../../../web/core/encryption/sframe/suite.ts'
import { draws } from '../../../support/draws.ts'
import { VECTORS } from './vectors.ts'

const SEED = 4
const { suite4 } = VECTORS
const { keyId, counter, metadata, plain, sealed } = suite4
const header = encodeHeader(keyId, counter)
const ciphertext = sealed.slice(header.length)

test('derives what RFC 9605 derives', async () => {
  expect(labelOf('key', keyId)).toEqual(suite4.keyLabel)
  expect(labelOf('salt', keyId)).toEqual(suite4.saltLabel)
  expect((await deriveSFrameKey(suite4.baseKey, keyId)).salt).toEqual(suite4.salt)
  expect(nonceOf(suite4.salt, counter)).toEqual(suite4.nonce)
  expect(associatedData(header, metadata)).toEqual(suite4.associatedData)
})

test('encrypts and decrypts as RFC 9605 does', async () => {
  const key = await deriveSFrameKey(suite4.baseKey, keyId)
  expect(new Uint8Array(await seal(key, header, counter, metadata, plain))).toEqual(ciphertext)
  expect(sealed.subarray(0, header.length)).toEqual(header)
  const opened = await unseal(key, header, counter, metadata, ciphertext)
  expect(opened && new Uint8Array(opened)).toEqual(plain)
})

test('the key cannot be taken out', async () => {
  const { key } = await deriveSFrameKey(suite4.baseKey, keyId)
  expect(key.extractable).toBe(false)
})

test('nothing opens of which one bit is another, which is cut, or under another key', async () => {
  const key = await deriveSFrameKey(suite4.baseKey, keyId)
  const opens = (
    with_: Partial<{ header: Uint8Array; metadata: Uint8Array; ciphertext: Uint8Array<ArrayBuffer> }>,
  ) =>
    unseal(key, with_.header ?? header, counter, with_.metadata ?? metadata, with_.ciphertext ?? ciphertext)
  for (const part of [{ header }, { metadata }, { ciphertext }]) {
    const [[name, bytes] = ['', header]] = Object.entries(part)
    for (let at = 0; at < bytes.length; at += 1) {
      const other = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte))
      expect(await opens({ [name]: other }), `${name} ${at}`).toBeNull()
    }
  }
  for (let length = 0; length < ciphertext.length; length += 1)
    expect(await opens({ ciphertext: ciphertext.slice(0, length) })).toBeNull()
  expect(await unseal(key, header, 17_768, metadata, ciphertext)).toBeNull()
  const other = await deriveSFrameKey(suite4.baseKey, 292)
  expect(await unseal(other, header, counter, metadata, ciphertext)).toBeNull()
})

test('there and back, whatever the sizes', async () => {
  const random = draws(SEED)
  const bytes = (most: number) =>
    Uint8Array.from({ length: Math.floor(random() * most) }, () => Math.floor(random() * 256))
  for (let round = 0; round < 100; round += 1) {
    const id = Math.floor(random() * 2 ** 40)
    const key = await deriveSFrameKey(bytes(64), id)
    const count = 2n ** 63n + BigInt(round)
    const [head, beside, frame] = [encodeHeader(id, count), bytes(20), bytes(3_000)]
    const closed = await seal(key, head, count, beside, frame)
    expect(closed.byteLength).toBe(frame.length + TAG_BYTES)
    const opened = await unseal(key, head, count, beside, new Uint8Array(closed))
    expect(opened && new Uint8Array(opened), `seed ${SEED}, round ${round}`).toEqual(frame)
  }
})
