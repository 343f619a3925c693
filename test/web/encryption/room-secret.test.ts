import { hkdfSync } from 'node:crypto'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../../protocol/base64url.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { bytesOf, open, seal, sealKeyOf } from '../../../web/core/encryption/envelope.ts'
import { roomKeysOf } from '../../../web/core/encryption/room-keys.ts'
import {
  fragmentOf,
  newRoomSecret,
  RoomSecret,
  readSecret,
} from '../../../web/core/encryption/room-secret.ts'
import { newStay } from '../../../web/core/encryption/stay.ts'

describe('the secret of a link', () => {
  test('is 16 bytes, another each time, and comes back out of its fragment', () => {
    const secret = newRoomSecret()
    expect(fromBase64url(secret)).toHaveLength(16)
    expect(newRoomSecret()).not.toBe(secret)
    expect(readSecret(fragmentOf(secret))).toEqual({ is: 'whole', secret })
    expect(fragmentOf(null)).toBe('')
  })

  test.each([
    ['', 'none'],
    ['#', 'none'],
    ['#minutes', 'none'],
    ['#k=', 'damaged'],
    ['#k=AAAAAAAAAAAAAAAAAAAAA', 'damaged'],
    ['#k=AAAAAAAAAAAAAAAAAAAAAAA', 'damaged'],
    ['#k=AAAAAAAAAAAAAAAAAAAAAB', 'damaged'],
    ['#k=AAAAAAAAAAAAAAAAAAAA+A', 'damaged'],
  ])('%j says %s', (fragment, is) => {
    expect(readSecret(fragment)).toEqual({ is })
  })

  test.each(['#k=AAAAAAAAAAAAAAAAAAAAAA', '#x=1&k=AAAAAAAAAAAAAAAAAAAAAA'])('%j is whole', (fragment) => {
    expect(readSecret(fragment)).toEqual({ is: 'whole', secret: 'AAAAAAAAAAAAAAAAAAAAAA' })
  })
})

describe('the keys of a room', () => {
  const [salon, other] = [normaliseRoomName('salon'), normaliseRoomName('other')]

  test('are the same for the same link, and unlike for each purpose, room and secret', async () => {
    const secret = newRoomSecret()
    const [keys, again] = [await roomKeysOf(secret, salon), await roomKeysOf(secret, salon)]
    expect([again.proof, again.base]).toEqual([keys.proof, keys.base])
    const others = [await roomKeysOf(secret, other), await roomKeysOf(newRoomSecret(), salon)]
    const all = [keys, ...others].flatMap(({ proof, base }) => [proof, toBase64url(base)])
    expect(new Set(all).size).toBe(6)
    const letter = { number: 1, bytes: bytesOf('hello') }
    const sealed = await seal(keys.seal, ['a name'], letter)
    expect(await open(again.seal, ['a name'], sealed)).toEqual(letter)
    for (const { seal: key } of others) expect(await open(key, ['a name'], sealed)).toBeNull()
  })

  test('K1 come by HKDF with SHA-256 of the secret, the room’s name as salt', async () => {
    const { proof, seal: key, base } = await roomKeysOf(v.parse(RoomSecret, 'AAAAAAAAAAAAAAAAAAAAAA'), salon)
    const raw = (purpose: string): Buffer =>
      Buffer.from(hkdfSync('sha256', Buffer.alloc(16), 'salon', `essaim ${purpose}`, 32))
    expect(proof).toBe(raw('proof').toString('base64url'))
    expect(Buffer.from(base)).toEqual(raw('base'))
    const letter = { number: 1, bytes: bytesOf('hello') }
    expect(await open(sealKeyOf(0, raw('seal')), ['a'], await seal(key, ['a'], letter))).toEqual(letter)
  })

  test('a stay is 8 bytes, another each time', () => {
    const stay = newStay()
    expect(fromBase64url(stay)).toHaveLength(8)
    expect(newStay()).not.toBe(stay)
  })
})
