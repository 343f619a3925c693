import { describe, expect, test } from 'vitest'
import { fromBase64url } from '../../../protocol/base64url.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { roomKeysOf } from '../../../web/core/encryption/room-keys.ts'
import { fragmentOf, newRoomSecret, readSecret } from '../../../web/core/encryption/room-secret.ts'
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

  test('are the same for the same link, and unlike for each purpose, room and secret', () => {
    const secret = newRoomSecret()
    expect(roomKeysOf(secret, salon)).toEqual(roomKeysOf(secret, salon))
    const all = [
      roomKeysOf(secret, salon),
      roomKeysOf(secret, other),
      roomKeysOf(newRoomSecret(), salon),
    ].flatMap(({ proof, seal, base }) => [fromBase64url(proof), seal, base].map((key) => key.join()))
    expect(new Set(all).size).toBe(9)
  })

  test('a stay is 8 bytes, another each time', () => {
    const stay = newStay()
    expect(fromBase64url(stay)).toHaveLength(8)
    expect(newStay()).not.toBe(stay)
  })
})
