import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  CONTENT_KEY_PATIENCE_MS,
  MAX_CONTENT_KEYS,
  OLD_CONTENT_KEY_GRACE_MS,
} from '../../../protocol/limits.ts'
import { ContentKeys } from '../../../web/core/encryption/content-keys.ts'
import { bytesOf, LINK_KEY, open, seal, sealKeyOf } from '../../../web/core/encryption/envelope.ts'
import { contentKey, contentKeysOf } from './sealed-room.ts'

let now: number
let keys: ContentKeys
const link = sealKeyOf(LINK_KEY, new Uint8Array(32).fill(99))

beforeEach(() => {
  now = 1_000
  keys = new ContentKeys(link, () => now)
})
afterEach(() => {
  vi.useRealTimers()
})

test('K37 until it is known whether there is a group there is no key, not even the link’s', async () => {
  expect([keys.current, keys.keyOf(0), keys.keyOf(1)]).toEqual([null, null, null])
  expect(keys.isInUse(0)).toBe(false)
  const known = keys.whenKnown()
  keys.take(new Map(), LINK_KEY)
  expect(await known).toBe(link)
  expect([keys.current, keys.keyOf(0), keys.isInUse(0)]).toEqual([link, link, true])
})

test('K37 in a group messages are sealed by its key, and the link’s opens none', async () => {
  keys.take(new Map(), LINK_KEY)
  keys.take(contentKeysOf(1, 4), 4)
  const letter = { number: 0, bytes: bytesOf('hello') }
  const sealed = await seal(await keys.whenKnown(), ['a'], letter)
  expect(sealed.startsWith('4.')).toBe(true)
  expect(await open(sealKeyOf(4, contentKey(4)), ['a'], sealed)).toEqual(letter)
  expect([keys.keyOf(0), keys.isInUse(0)]).toEqual([null, false])
})

test('K37 a key is waited for until it comes, and no longer than one has patience', async () => {
  vi.useFakeTimers()
  const comes = keys.when(7, CONTENT_KEY_PATIENCE_MS)
  const never = keys.when(8, CONTENT_KEY_PATIENCE_MS)
  keys.take(contentKeysOf(1), 1)
  await vi.advanceTimersByTimeAsync(CONTENT_KEY_PATIENCE_MS - 1)
  keys.take(contentKeysOf(1, 7), 7)
  expect(await comes).toMatchObject({ number: 7 })
  await vi.advanceTimersByTimeAsync(1)
  expect(await never).toBeNull()
  expect(await keys.when(1, 0)).toMatchObject({ number: 1 })
})

test('K38 what was sealed by the key before the current one is taken for a while, and no longer', () => {
  keys.take(contentKeysOf(1), 1)
  now += 60_000
  keys.take(contentKeysOf(1, 5), 5)
  now += OLD_CONTENT_KEY_GRACE_MS / 2
  // Two are put out, one after the other.
  keys.take(contentKeysOf(1, 5, 6), 6)
  now += OLD_CONTENT_KEY_GRACE_MS / 2
  expect([1, 5, 6].map((number) => keys.isInUse(number))).toEqual([true, true, true])
  now += 1
  // That nothing changed does not renew it.
  keys.take(contentKeysOf(1, 5, 6), 6)
  expect([1, 5, 6].map((number) => keys.isInUse(number))).toEqual([false, true, true])
  now += OLD_CONTENT_KEY_GRACE_MS / 2
  expect([1, 5, 6].map((number) => keys.isInUse(number))).toEqual([false, false, true])
  expect(keys.keyOf(1)).not.toBeNull()
})

test('K38 a newcomer takes by the last key before the current one, for a while, and by no older one', () => {
  keys.take(contentKeysOf(1, 5, 6), 6)
  expect([1, 5, 6].map((number) => keys.isInUse(number))).toEqual([false, true, true])
  now += OLD_CONTENT_KEY_GRACE_MS + 1
  expect(keys.isInUse(5)).toBe(false)
})

test('K37 in another life of the room its numbers begin anew, with other keys', async () => {
  keys.take(contentKeysOf(1, 5), 5)
  const before = keys.keyOf(1)
  keys.take(new Map([[1, contentKey(77)]]), 1)
  expect(keys.current?.number).toBe(1)
  expect(keys.current).not.toBe(before)
  expect(keys.keyOf(5)).toBeNull()
})

test('K37 of very many the oldest are left out', () => {
  const numbers = Array.from({ length: MAX_CONTENT_KEYS + 2 }, (_, index) => index + 1)
  keys.take(contentKeysOf(...numbers), MAX_CONTENT_KEYS + 2)
  expect([2, 3].map((number) => keys.keyOf(number) !== null)).toEqual([false, true])
})

test.each<[string, Map<number, Uint8Array>, number]>([
  ['the current one is not there', contentKeysOf(1), 2],
  ['one is too short', new Map([[1, new Uint8Array(31)]]), 1],
  ['one has the number of the link’s', contentKeysOf(0, 1), 1],
])('K37 keys of which %s are none, and change nothing', (_what, all, current) => {
  keys.take(contentKeysOf(3), 3)
  expect(() => keys.take(all, current)).toThrow(RangeError)
  expect(keys.current?.number).toBe(3)
})
