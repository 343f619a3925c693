import { describe, expect, test } from 'vitest'
import { newResumeToken } from '../../../protocol/ids.ts'
import {
  DOOR_TRIES_BURST,
  DOOR_TRIES_PER_SECOND,
  KNOCKS_PER_PERSON_INSIDE,
  MAX_KNOCKS_PER_ADDRESS,
} from '../../../protocol/limits.ts'
import type { PageParams, Welcome } from '../../../protocol/page-edge/requests.ts'
import { address, knockAt, madeUpTicket, meetBehindLobby, refusals } from '../door-bench.ts'

describe('a client that cheats at the door', () => {
  test('D5 a resume token that nobody has leads to the lobby, as does a made-up ticket', () => {
    const { room, ada } = meetBehindLobby()
    knockAt(room, 'Eve', { resume: { token: newResumeToken(), seq: 0, media: 'kept' } })
    const eve = knockAt(room, 'Eve', { ticket: madeUpTicket })
    expect(eve.ticket).not.toBe(madeUpTicket)
    expect(room.state.peers.size).toBe(2)
    expect(room.state.peers.has(ada.self)).toBe(true)
  })

  test('D5 joining again and again is one knock', () => {
    const { room } = meetBehindLobby()
    const eve = knockAt(room, 'Eve')
    for (let i = 0; i < 3; i += 1) room.join('Eve', {}, { peer: eve.id })
    expect(room.told()).toEqual([])
    expect(room.state.waiting.size).toBe(1)
  })

  test('D8 joining again as somebody else who waits is one knock less, and is paid for', () => {
    const { room, ada } = meetBehindLobby()
    const from = { address: address('e') }
    const first = knockAt(room, 'Eve', {}, from)
    const second = knockAt(room, 'Eve', {}, from)
    room.take('answer')
    room.join('Eve', { ticket: first.ticket }, { peer: second.id, ...from })
    expect([...room.state.waiting.keys()]).toEqual([first.id])
    expect(room.told()).toEqual([
      { audience: { only: ada.self }, event: { event: 'knock-ended', knock: second.id } },
    ])
    expect(room.state.head.knocks).toMatchObject([{ address: from.address, spent: 1 }])
  })

  test.each<[string, (ben: Welcome) => Partial<PageParams<'join'>>]>([
    [
      'resuming as somebody in the room',
      (ben) => ({ resume: { token: ben.resumeToken, seq: ben.seq, media: 'gone' } }),
    ],
    ['speaking another version', () => ({ protocol: 1 })],
  ])('D8 %s is no way to leave a knock behind', (_what, change) => {
    const { room, ben } = meetBehindLobby()
    const eve = knockAt(room, 'Eve', {}, { address: address('e') })
    room.join('Eve', change(ben), { peer: eve.id, address: address('e') })
    expect(room.state.waiting.size).toBe(0)
    expect(room.state.head.knocks).toMatchObject([{ address: address('e'), spent: 1 }])
  })

  test('D4 one address does not fill the lobby', () => {
    const { room } = meetBehindLobby()
    const from = { address: address('e') }
    for (let i = 0; i < MAX_KNOCKS_PER_ADDRESS; i += 1) knockAt(room, `Eve ${i}`, {}, from)
    room.take('answer')
    room.join('Eve', {}, from)
    expect(refusals(room)).toEqual(['too-many-tries'])
    knockAt(room, 'Cy', {}, { address: address('c') })
  })

  test('D4 knocking and running away, over and over, is stopped', () => {
    const { room } = meetBehindLobby()
    for (let i = 0; i < DOOR_TRIES_BURST; i += 1) {
      const { id } = knockAt(room, 'Eve')
      room.ask(id, { name: 'leave', params: {} })
    }
    room.take('answer')
    room.join('Eve')
    // G8: that is when another knock may come to nothing.
    expect(room.take('refuse')).toMatchObject([
      { error: { code: 'too-many-tries', retryAfterMs: 1_000 / DOOR_TRIES_PER_SECOND } },
    ])
  })

  test('D4 a class behind one address: ten who knock and go do not keep out the eleventh, once some are in', () => {
    const { room, ada } = meetBehindLobby()
    const from = { address: address('s') }
    const first = knockAt(room, 'First', {}, from)
    for (let i = 0; i < DOOR_TRIES_BURST; i += 1) {
      const { id } = knockAt(room, `Pupil ${i}`, {}, from)
      room.ask(id, { name: 'leave', params: {} })
    }
    room.join('Eleventh', {}, from)
    expect(refusals(room)).toEqual(['too-many-tries'])
    room.ask(ada.self, { name: 'admit', params: { knock: first.id } })
    for (let i = 0; i < KNOCKS_PER_PERSON_INSIDE; i += 1) {
      const { id } = knockAt(room, 'Eleventh', {}, from)
      room.ask(id, { name: 'leave', params: {} })
    }
    // But nobody rings for ever because one of theirs is in.
    room.join('Eleventh', {}, from)
    expect(refusals(room)).toEqual(['too-many-tries'])
  })

  test('D4 what people of an address are allowed goes with them', () => {
    const { room, ada } = meetBehindLobby()
    const from = { address: address('s') }
    const first = knockAt(room, 'First', {}, from)
    room.ask(ada.self, { name: 'admit', params: { knock: first.id } })
    const inside = room.welcomed('First', { ticket: first.ticket }, { peer: first.id, ...from })
    for (let i = 0; i < DOOR_TRIES_BURST + KNOCKS_PER_PERSON_INSIDE; i += 1) {
      const { id } = knockAt(room, `Pupil ${i}`, {}, from)
      room.ask(id, { name: 'leave', params: {} })
    }
    room.ask(inside.self, { name: 'leave', params: {} })
    room.now += 1_000 / DOOR_TRIES_PER_SECOND
    room.join('Eleventh', {}, from)
    expect(refusals(room)).toEqual(['too-many-tries'])
  })
})
