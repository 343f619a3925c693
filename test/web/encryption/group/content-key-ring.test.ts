import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { MAX_CONTENT_KEYS } from '../../../../protocol/limits.ts'
import { normaliseRoomName } from '../../../../protocol/names/room-name.ts'
import { type PageParams, pageContract } from '../../../../protocol/page-edge/requests.ts'
import {
  type ContentKeyRing,
  EMPTY_RING,
  mergedRing,
  ringWith,
} from '../../../../web/core/encryption/group/content-key-ring.ts'
import { GroupError } from '../../../../web/core/encryption/group/group-error.ts'
import { GroupWire } from '../../../../web/core/encryption/group/group-wire.ts'
import type { Description } from '../../../../web/core/encryption/group/keeper/keeper-host.ts'
import { LinkKeys } from '../../../../web/core/encryption/link-keys.ts'
import { roomKeysOf } from '../../../../web/core/encryption/room-keys.ts'
import { newRoomSecret } from '../../../../web/core/encryption/room-secret.ts'

const RING = normaliseRoomName('ring')

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)

const ringOf = (...numbers: readonly number[]): ContentKeyRing => ({
  keys: new Map(numbers.map((number) => [number, key(number % 256)])),
  current: numbers.at(-1) ?? 0,
})

const numbersOf = ({ keys }: ContentKeyRing): readonly number[] => [...keys.keys()]

describe('K34 the ring of content keys', () => {
  it('has the newest as its current one, and hands on so many', () => {
    let ring = EMPTY_RING
    for (let epoch = 1; epoch <= MAX_CONTENT_KEYS + 3; epoch++) ring = ringWith(ring, epoch, key(1))
    expect(ring.current).toBe(MAX_CONTENT_KEYS + 3)
    expect(numbersOf(ring)).toEqual(Array.from({ length: MAX_CONTENT_KEYS }, (_, index) => index + 4))
  })

  it('forgets what an earlier life of the room counted higher', () => {
    expect(numbersOf(ringWith(ringOf(3, 8, 9), 5, key(5)))).toEqual([3, 5])
    expect(numbersOf(mergedRing(ringOf(1, 8, 9), ringOf(2, 4), 5))).toEqual([1, 2, 4])
  })

  it('takes the group’s word where both have a key', () => {
    const told: ContentKeyRing = { keys: new Map([[2, key(200)]]), current: 2 }
    expect(mergedRing(ringOf(1, 2), told, 2)).toEqual({
      keys: new Map([
        [1, key(1)],
        [2, key(200)],
      ]),
      current: 2,
    })
  })

  it('is refused with keys of epochs that have not been, which would push real ones out', async () => {
    expect(numbersOf((await sealedAndOpened(7, ringOf(3, 7))).ring)).toEqual([3, 7])
    await expect(sealedAndOpened(7, ringOf(3, 8))).rejects.toThrow(GroupError)
  })
})

/** What a newcomer finds of a start that somebody with the link's key offered for an epoch. */
async function sealedAndOpened(epoch: number, ring: ContentKeyRing): ReturnType<Description['open']> {
  const offered: PageParams<'commit'>[] = []
  const wire = new GroupWire(RING, new LinkKeys(await roomKeysOf(newRoomSecret(), RING)), (_name, params) => {
    offered.push(v.parse(pageContract.commit.params, params))
    return Promise.reject(new Error('nobody answers'))
  })
  await wire.offer({ epoch, commit: null, groupInfo: key(4), ring }).catch(() => {})
  const [offer] = offered
  const description = offer ? wire.description({ epoch, info: offer.info }) : null
  if (description === null) throw new Error('nothing was offered')
  return description.open()
}
