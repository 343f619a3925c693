import * as v from 'valibot'
import { expect, test } from 'vitest'
import { BrowserId } from '../../../protocol/ids.ts'
import {
  CROWD_TRIES_PER_SECOND,
  DOOR_TRIES_BURST,
  DOOR_TRIES_PER_SECOND,
  MAX_CROWD_WAIT_MS,
  NETWORK_TRIES_BURST,
  ROOM_TRIES_BURST,
  SITE_TRIES_BURST,
} from '../../../protocol/limits.ts'
import { AddressHash } from '../../../worker/http/address-hash.ts'
import { proof, refusals } from '../door-bench.ts'
import { RoomBench, type Socket } from '../room-bench.ts'

const hash = (text: string): AddressHash => v.parse(AddressHash, text.padEnd(43, '-'))
const browser = (text: string): BrowserId => v.parse(BrowserId, text.padEnd(43, '-'))

const right = proof('p')
const wrong = proof('x')
const SCHOOL: Socket = { address: hash('school') }
/** In line at most. */
const LINE = (MAX_CROWD_WAIT_MS / 1_000) * CROWD_TRIES_PER_SECOND

/** A room with a password, and nobody who was wrong yet. */
function guarded(): RoomBench {
  const room = new RoomBench()
  const ada = room.welcomed('Ada')
  room.setPassword(ada.self, right)
  room.take('answer')
  return room
}

/** So many other browsers guess, each from where `socket` says. */
function guess(room: RoomBench, times: number, socket: (i: number) => Socket): void {
  for (let i = 0; i < times; i += 1)
    room.join('Eve', { password: wrong, browserId: browser(`eve${i}`) }, socket(i))
}

const counted = (list: readonly string[], code: string): number => list.filter((each) => each === code).length

test('D4 nobody’s right password is refused because somebody else of their address was wrong', () => {
  const room = guarded()
  for (let i = 0; i <= DOOR_TRIES_BURST; i += 1)
    room.join('Eve', { password: wrong, browserId: browser('eve') }, SCHOOL)
  expect(refusals(room).at(-1)).toBe('too-many-tries')
  room.join('Eve', { password: right, browserId: browser('eve') }, SCHOOL)
  expect(refusals(room)).toEqual(['too-many-tries'])
  expect(room.welcomed('Ben', { password: right, browserId: browser('ben') }, SCHOOL)).toMatchObject({
    kind: 'welcome',
  })
})

test('G8 D4 whoever was wrong too often is told when there is a try left, and then there is', () => {
  const room = guarded()
  const from = { ...SCHOOL, browser: browser('eve') }
  for (let i = 0; i < DOOR_TRIES_BURST; i += 1)
    room.join('Eve', { password: wrong, browserId: from.browser }, SCHOOL)
  refusals(room)
  room.join('Eve', { password: wrong, browserId: from.browser }, SCHOOL)
  const [refused] = room.take('refuse')
  expect(refused?.error).toMatchObject({
    code: 'too-many-tries',
    retryAfterMs: 1_000 / DOOR_TRIES_PER_SECOND,
  })
  room.now += 1_000 / DOOR_TRIES_PER_SECOND
  room.join('Eve', { password: wrong, browserId: from.browser }, SCHOOL)
  expect(refusals(room)).toEqual(['wrong-password'])
})

test('D4 500 other addresses do not make one forgotten that owes', () => {
  const room = guarded()
  for (let i = 0; i <= DOOR_TRIES_BURST; i += 1) room.join('Eve', { password: wrong }, SCHOOL)
  expect(refusals(room).at(-1)).toBe('too-many-tries')
  for (let i = 0; i < 600; i += 1) {
    room.join('Eve', { password: wrong }, { address: hash(`other${i}`) })
    room.now += 10
  }
  refusals(room)
  room.join('Eve', { password: right }, SCHOOL)
  expect(refusals(room)).toEqual(['too-many-tries'])
})

test.each<[string, number, (i: number) => Socket]>([
  ['an address', NETWORK_TRIES_BURST, () => SCHOOL],
  ['a site', SITE_TRIES_BURST, (i) => ({ address: hash(`net${i}`), site: hash('site') })],
  [
    'all addresses there are',
    ROOM_TRIES_BURST,
    (i) => ({ address: hash(`net${i}`), site: hash(`site${i}`) }),
  ],
])('D4 ever new browsers of %s wait for their turn, right or wrong alike', (_what, burst, socket) => {
  const room = guarded()
  guess(room, burst, socket)
  expect(counted(refusals(room), 'wrong-password')).toBe(burst)
  expect(room.take('postpone-join')).toEqual([])

  const { peer } = room.join('Ben', { password: right, browserId: browser('ben') }, socket(burst))
  const [ben] = room.take('postpone-join')
  expect(ben).toMatchObject({ forMs: 1_000 / CROWD_TRIES_PER_SECOND, join: { peer } })
  // One after the other; and no more than have their turn before their pages give up.
  guess(room, 3 * LINE, (i) => socket(burst + 1 + i))
  const line = room.take('postpone-join').map(({ forMs }) => forMs)
  expect(line).toEqual(Array.from({ length: LINE - 1 }, (_, i) => ((i + 2) * 1_000) / CROWD_TRIES_PER_SECOND))
  room.take('refuse')
  guess(room, 1, () => socket(0))
  const [last] = room.take('refuse')
  // G8: one turn further on there is a place in the line.
  expect(last?.error).toMatchObject({
    code: 'too-many-tries',
    retryAfterMs: 1_000 / CROWD_TRIES_PER_SECOND,
  })

  if (!ben) throw new Error('nobody waits')
  room.now += ben.forMs
  room.input(ben.join)
  room.settle()
  expect(room.take('answer')).toMatchObject([{ peer, result: { kind: 'welcome' } }])
})

test('D4 whoever waited and was wrong is told so, and pays themselves', () => {
  const room = guarded()
  guess(room, NETWORK_TRIES_BURST, () => SCHOOL)
  refusals(room)
  room.join('Eve', { password: wrong, browserId: browser('new') }, SCHOOL)
  const [eve] = room.take('postpone-join')
  if (!eve) throw new Error('nobody waits')
  room.now += eve.forMs
  const before = room.state.head
  room.input(eve.join)
  expect(refusals(room)).toEqual(['wrong-password'])
  expect(room.state.head.crowd).toEqual(before.crowd)
  expect(room.state.head.tries).not.toEqual(before.tries)
})

test('D4 with time all is as before', () => {
  const room = guarded()
  guess(room, ROOM_TRIES_BURST, () => SCHOOL)
  room.now += ((ROOM_TRIES_BURST + LINE) * 1_000) / CROWD_TRIES_PER_SECOND
  refusals(room)
  room.take('postpone-join')
  guess(room, NETWORK_TRIES_BURST, () => SCHOOL)
  expect(counted(refusals(room), 'wrong-password')).toBe(NETWORK_TRIES_BURST)
})
