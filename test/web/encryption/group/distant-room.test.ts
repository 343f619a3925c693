import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RoomName } from '../../../../protocol/names/room-name.ts'
import { readWith } from '../../../../protocol/reading.ts'
import { roomKeysOf } from '../../../../web/core/encryption/room-keys.ts'
import { newRoomSecret } from '../../../../web/core/encryption/room-secret.ts'
import { watchCrypto } from './crypto-at-rest.ts'
import { type DistantPage, DistantRoom } from './distant-room.ts'

const NAME = readWith(RoomName, 'salon')
const keys = await roomKeysOf(newRoomSecret(), NAME)
watchCrypto()

let room: DistantRoom

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})

afterEach(() => {
  for (const page of room.people) page.close()
  vi.useRealTimers()
})

const modes = (): readonly unknown[] => [...room.people].map((page) => page.keys?.encryption)

/** Whether all who are there are in one epoch. */
const agree = (): boolean =>
  new Set([...room.people].map((page) => page.keys?.epochAuthenticator?.join())).size === 1

describe('K35 a room that grows and shrinks past the limit', () => {
  test('loses no second of sound in either direction', async () => {
    room = new DistantRoom({ room: NAME, keys, roundTripMs: () => 80, sizes: { most: 4, returnBelow: 4 } })
    const people = []
    for (let count = 0; count < 4; count++) {
      people.push(await room.come())
      await room.pass(1_000)
    }
    expect(modes()).toEqual(['group', 'group', 'group', 'group'])
    people.push(await room.come())
    await room.pass(12_000)
    expect(modes()).toEqual(['link', 'link', 'link', 'link', 'link'])
    for (const page of people.splice(1, 2)) room.go(page)
    await room.pass(12_000)
    expect(modes()).toEqual(['group', 'group', 'group'])
    expect(agree()).toBe(true)
    expect(room.longestSilence()).toBeLessThan(1_000)
    for (const page of room.people) expect([page.silences.size, page.tampered]).toEqual([4, 0])
  })
})

/** Whether a page has by then worked off all that it was told. */
async function isSettled(page: DistantPage): Promise<boolean> {
  let settled = false
  void page.group.settled().then(() => {
    settled = true
  })
  await room.pass(20)
  return settled
}

describe('K34 where somebody is put out', () => {
  test('nothing is said before they have no key of it any more', async () => {
    room = new DistantRoom({ room: NAME, keys, roundTripMs: () => 200 })
    const people = [await room.come(), await room.come(), await room.come()]
    await room.pass(2_000)
    for (const page of people.splice(2)) room.putOut(page)
    await room.pass(120)
    // The one of them removes who was put out, the other only waits for it.
    for (const page of people) expect(await isSettled(page)).toBe(false)
    await room.pass(400)
    for (const page of people) {
      expect(await isSettled(page)).toBe(true)
      expect(page.contentKeys.current?.number).toBe(room.group?.epoch)
    }
  })

  test('nobody waits for that where there is no group, or in a crowd, which changes none', async () => {
    room = new DistantRoom({ room: NAME, keys, roundTripMs: () => 40, sizes: { most: 2, returnBelow: 2 } })
    const [ada, ben] = [await room.come(), await room.come()]
    await room.pass(1_000)
    const [, dan] = [await room.come(), await room.come()]
    await room.pass(1_000)
    room.putOut(ben)
    await room.pass(1_000)
    expect([ada.keys?.linkKeysReason, await isSettled(ada)]).toEqual(['crowd', true])
    room.putOut(dan)
    await room.pass(1_000)
    expect(await isSettled(ada)).toBe(true)
  })

  test('nor where it becomes a crowd while they wait', async () => {
    room = new DistantRoom({ room: NAME, keys, roundTripMs: () => 400, sizes: { most: 3, returnBelow: 3 } })
    const [, ben, cy] = [await room.come(), await room.come(), await room.come()]
    await room.pass(3_000)
    room.putOut(cy)
    for (let count = 0; count < 2; count++) await room.come()
    await room.pass(3_000)
    expect([ben.keys?.linkKeysReason, await isSettled(ben)]).toEqual(['crowd', true])
  })
})

describe('K36 many who come at once', () => {
  test('settle as fast as the edge takes their changes, and few try in vain', async () => {
    room = new DistantRoom({ room: NAME, keys, roundTripMs: () => 40 })
    for (let count = 0; count < 10; count++) await room.come()
    await room.pass(800)
    expect(agree()).toBe(true)
    expect(room.taken).toBe(10)
    // Were all to try each time, it would be 45.
    expect(room.inVain).toBeLessThan(20)
  })

  test('are held up for a moment by those who are here and do not come', async () => {
    room = new DistantRoom({ room: NAME, keys, roundTripMs: () => 40 })
    for (let count = 0; count < 8; count++) await room.come('asleep')
    const awake = []
    for (let count = 0; count < 4; count++) awake.push(await room.come())
    await room.pass(3_000)
    expect(awake.map(({ keys }) => keys?.encryption)).toEqual(awake.map(() => 'group'))
    expect(new Set(awake.map(({ keys }) => keys?.epochAuthenticator?.join())).size).toBe(1)
  })
})

describe('K33 K36 who loses touch', () => {
  test('comes in again as who they were, having been away too long', async () => {
    room = new DistantRoom({ room: NAME, keys, roundTripMs: () => 40 })
    const [ada, ben] = [await room.come(), await room.come()]
    await room.pass(1_000)
    room.lose(ben)
    await room.pass(1_000)
    expect(agree()).toBe(true)
    const before = room.taken
    room.comeAgain(ben)
    await room.pass(1_000)
    expect(agree()).toBe(true)
    expect(modes()).toEqual(['group', 'group'])
    expect(room.taken).toBe(before + 1)
    expect([ada.tampered, ben.tampered]).toEqual([0, 0])
  })

  test('goes on as they are where nothing happened meanwhile', async () => {
    room = new DistantRoom({ room: NAME, keys, roundTripMs: () => 40 })
    const [, ben] = [await room.come(), await room.come()]
    await room.pass(1_000)
    const before = room.taken
    room.comeAgain(ben)
    await room.pass(1_000)
    expect([room.taken, agree()]).toEqual([before, true])
  })

  test('founds the group anew where nobody else is in it', async () => {
    room = new DistantRoom({ room: NAME, keys, roundTripMs: () => 40 })
    const ada = await room.come()
    await room.pass(500)
    if (room.group === null) throw new Error('no group')
    const { epoch, info } = room.group
    await room.pass(500)
    // The page has lost touch with what it founded.
    void ada.group.changed({ epoch: epoch + 1, commit: null })
    room.group = { epoch, info }
    await room.pass(500)
    expect([ada.tampered, ada.keys?.encryption, room.group]).toMatchObject([0, 'group', { epoch: epoch + 1 }])
  })

  test('founds the group of a room that was forgotten meanwhile', async () => {
    room = new DistantRoom({ room: NAME, keys, roundTripMs: () => 40 })
    const [ada, ben] = [await room.come(), await room.come()]
    await room.pass(1_000)
    room.group = null
    for (const page of [ada, ben]) room.comeAgain(page)
    await room.pass(2_000)
    expect([room.group, agree()]).toMatchObject([{ epoch: 2 }, true])
    expect(modes()).toEqual(['group', 'group'])
  })

  test('knows their own change again where the answer to it was lost', async () => {
    room = new DistantRoom({ room: NAME, keys, roundTripMs: () => 40 })
    await room.come()
    await room.pass(1_000)
    room.answersTwice = true
    const ben = await room.come()
    await room.pass(1_000)
    expect([room.taken, agree(), ben.keys?.encryption]).toEqual([2, true, 'group'])
  })
})
