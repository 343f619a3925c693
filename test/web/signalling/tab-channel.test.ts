import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { newResumeToken } from '../../../protocol/ids.ts'
import { normaliseRoomName, type RoomName } from '../../../protocol/names/room-name.ts'
import { Presence } from '../../../web/core/signalling/resume-memory.ts'
import {
  answerTabs,
  askForPlace,
  isHere,
  isOfAnother,
  tabChannel,
} from '../../../web/core/signalling/tabs/tab-channel.ts'
import { holdRoom, isRoomHeld, type TabLocks } from '../../../web/core/signalling/tabs/tab-locks.ts'

let rooms = 0
/** A room of its own for each test: channels are the whole process's. */
const nextRoom = (): RoomName => {
  rooms += 1
  return normaliseRoomName(`tabs-${rooms}`)
}

const presence = v.parse(Presence, { token: newResumeToken(), seq: 7 })
type Remembered = Parameters<typeof answerTabs>[1]

/** A tab that is in the room. */
function tabIn(room: RoomName, memory: Remembered = { read: () => presence }): void {
  onTestFinished(answerTabs(tabChannel(room), memory))
}

test('a tab that is in the room says so, knows its own token, and gives its place', async () => {
  const room = nextRoom()
  tabIn(room)
  expect(await isHere(tabChannel(room))).toBe(true)
  expect(await isOfAnother(tabChannel(room), presence.token)).toBe(true)
  expect(await isOfAnother(tabChannel(room), newResumeToken())).toBe(false)
  expect(await askForPlace(tabChannel(room))).toEqual(presence)
})

test('nobody answers for another room, nor where nobody is, nor who has no place', async () => {
  tabIn(nextRoom())
  const empty = nextRoom()
  const placeless = nextRoom()
  tabIn(placeless, { read: () => null })
  const answers = [isHere(tabChannel(empty)), isHere(tabChannel(placeless)), askForPlace(tabChannel(empty))]
  expect(await Promise.all(answers)).toEqual([false, false, null])
})

test('what makes no sense is neither answered nor believed', async () => {
  const room = nextRoom()
  tabIn(room)
  const eve = tabChannel(room)
  onTestFinished(() => eve.close())
  const heard: unknown[] = []
  eve.addEventListener('message', ({ data }) => {
    heard.push(data)
    // A place that is none, for whoever asks.
    if (data.ask === 'place') eve.postMessage({ answer: data.id, presence: { token: 'short', seq: -1 } })
  })
  for (const nonsense of [
    null,
    'here',
    { ask: 'here' },
    { ask: 'mine', id: 'x' },
    { ask: 'all', id: 'abcdefgh' },
  ])
    eve.postMessage(nonsense)
  expect(await askForPlace(tabChannel(room))).toEqual(presence)
  expect(heard.filter((data) => v.is(v.object({ answer: v.string() }), data))).toHaveLength(1)
})

test('a lock is held for as long as one is in the room, by several tabs, and tells of no other room', async () => {
  const held: string[] = []
  const locks: Pick<TabLocks, 'query'> & { request: TabLocks['request'] } = {
    query: async () => ({
      held: held.map((name) => ({ name, clientId: '', mode: 'shared' as const })),
      pending: [],
    }),
    request: async (name: string, ...rest: unknown[]) => {
      held.push(name)
      const work = rest.at(-1)
      if (typeof work === 'function') await work(null)
      held.splice(held.indexOf(name), 1)
    },
  }
  const room = nextRoom()
  const leaveFirst = holdRoom(room, locks)
  const leaveSecond = holdRoom(room, locks)
  expect(await isRoomHeld(room, locks)).toBe(true)
  expect(await isRoomHeld(nextRoom(), locks)).toBe(false)
  leaveFirst()
  await Promise.resolve()
  expect(await isRoomHeld(room, locks)).toBe(true)
  leaveSecond()
  await new Promise((resolve) => setImmediate(resolve))
  expect(await isRoomHeld(room, locks)).toBe(false)
  expect(await isRoomHeld(room, null)).toBe(false)
})
