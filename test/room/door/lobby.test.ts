import { describe, expect, test } from 'vitest'
import { newPeerId, newResumeToken } from '../../../protocol/ids.ts'
import {
  DOOR_TRIES_BURST,
  DOOR_TRIES_PER_SECOND,
  GOING_AWAY_GRACE_MS,
  KNOCKS_PER_PERSON_INSIDE,
  LET_IN_GRACE_MS,
  MAX_WAITING,
  MAX_WAITING_PER_ADDRESS,
  RESUME_GRACE_MS,
} from '../../../protocol/limits.ts'
import type { PageParams, Welcome } from '../../../protocol/page-requests.ts'
import type { MemberRequest } from '../../../worker/room/core/inputs.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { address, creatorKey, knockAt, madeUpTicket, refusals } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

/** Ada moderates, Ben is there, whoever comes has to wait. */
function meeting() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada')
  const ben = room.welcomed('Ben')
  room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
  room.take('answer')
  return { room, ada, ben }
}

describe('the lobby', () => {
  test('D5 whoever comes waits, and only moderators hear of it', () => {
    const { room, ada } = meeting()
    const { peer } = room.join('Cy')
    expect(room.told()).toEqual([
      {
        audience: { only: ada.self },
        event: { event: 'knocked', knock: { id: peer, name: 'Cy', at: room.now } },
      },
    ])
    expect(room.state.peers.has(peer)).toBe(false)
  })

  test('D6 whoever is let in joins again by the same socket, under the same id', () => {
    const { room, ada } = meeting()
    const cy = knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'let-in', params: { knock: cy.id } })
    expect(room.take('tell-waiting')).toEqual([
      { do: 'tell-waiting', peer: cy.id, news: { lobby: 'let-in' } },
    ])
    const welcome = room.welcomed('Cy', { ticket: cy.ticket }, { peer: cy.id })
    expect(welcome).toMatchObject({ self: cy.id, waiting: [] })
    expect(room.state.waiting.size).toBe(0)
  })

  test('D6 all are let in at once', () => {
    const { room, ada } = meeting()
    const waiting = [knockAt(room, 'Cy'), knockAt(room, 'Dan')]
    room.ask(ada.self, { name: 'let-in', params: { knock: null } })
    expect(room.take('tell-waiting').map(({ peer }) => peer)).toEqual(waiting.map(({ id }) => id))
  })

  test('D5 a lobby that ends lets in all who wait', () => {
    const { room, ada } = meeting()
    const cy = knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: false } })
    expect(room.take('tell-waiting')).toMatchObject([{ peer: cy.id }])
  })

  test('D6 whoever is turned away is told so, and their ticket is worth nothing', () => {
    const { room, ada } = meeting()
    const cy = knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'turn-away', params: { knock: cy.id } })
    expect(room.take('close-socket')).toEqual([{ do: 'close-socket', peer: cy.id, code: 'turned-away' }])
    const again = knockAt(room, 'Cy', { ticket: cy.ticket })
    expect(again.ticket).not.toBe(cy.ticket)
    expect(room.state.peers.has(again.id)).toBe(false)
  })

  test('D5 whoever becomes moderator sees who waits; whoever joins as one, too', () => {
    const { room, ada, ben } = meeting()
    const cy = knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'set-role', params: { peer: ben.self, role: 'moderator' } })
    expect(room.told()).toMatchObject([
      { event: { event: 'peer-role-changed' } },
      { audience: { only: ben.self }, event: { event: 'knocked', knock: { id: cy.id } } },
    ])
  })

  test('D5 the role that passes on takes the lobby along', () => {
    const { room, ada, ben } = meeting()
    knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'leave', params: {} })
    expect(room.told().at(-1)).toMatchObject({ audience: { only: ben.self }, event: { event: 'knocked' } })
  })

  test('D7 a cut socket keeps its place for 30 s, and the ticket brings it back', () => {
    const { room } = meeting()
    const cy = knockAt(room, 'Cy')
    room.input({ on: 'socket-closed', peer: cy.id, goingAway: false })
    room.now += RESUME_GRACE_MS - 1
    room.input({ on: 'alarm' })
    const { peer } = room.join('Cy', { ticket: cy.ticket })
    expect(room.take('bind-socket')).toEqual([{ do: 'bind-socket', from: peer, to: cy.id }])
    expect([...room.state.waiting.keys()]).toEqual([cy.id])
    expect(nextDue(room.state)).toBeNull()
  })

  test('D7 a tab that was closed is forgotten as soon as in the room itself', () => {
    const { room, ada } = meeting()
    const cy = knockAt(room, 'Cy')
    room.input({ on: 'socket-closed', peer: cy.id, goingAway: true })
    expect(nextDue(room.state)).toBe(room.now + GOING_AWAY_GRACE_MS)
    room.now += GOING_AWAY_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.told()).toEqual([
      { audience: { only: ada.self }, event: { event: 'knock-ended', knock: cy.id } },
    ])
  })

  test('D7 after that the place is gone, and moderators see it go', () => {
    const { room, ada } = meeting()
    const cy = knockAt(room, 'Cy')
    room.input({ on: 'socket-closed', peer: cy.id, goingAway: false })
    expect(nextDue(room.state)).toBe(room.now + RESUME_GRACE_MS)
    room.now += RESUME_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.told()).toEqual([
      { audience: { only: ada.self }, event: { event: 'knock-ended', knock: cy.id } },
    ])
  })

  test('D7 a yes that came while the socket was cut holds when it is back', () => {
    const { room, ada } = meeting()
    const cy = knockAt(room, 'Cy')
    room.input({ on: 'socket-closed', peer: cy.id, goingAway: false })
    room.ask(ada.self, { name: 'let-in', params: { knock: cy.id } })
    expect(room.welcomed('Cy', { ticket: cy.ticket }).self).toBe(cy.id)
  })

  test('D6 a yes does not hold for ever', () => {
    const { room, ada } = meeting()
    const cy = knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'let-in', params: { knock: cy.id } })
    room.now += LET_IN_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.take('close-socket')).toMatchObject([{ peer: cy.id, code: 'admission-expired' }])
    expect(knockAt(room, 'Cy', { ticket: cy.ticket }).ticket).not.toBe(cy.ticket)
  })

  test('D5 who does not want to wait leaves', () => {
    const { room } = meeting()
    const cy = knockAt(room, 'Cy')
    room.ask(cy.id, { name: 'leave', params: {} })
    expect(room.take('close-socket')).toEqual([{ do: 'close-socket', peer: cy.id, code: null }])
    expect(room.state.waiting.size).toBe(0)
  })

  test('D5 a full lobby takes nobody else', () => {
    const { room } = meeting()
    const addresses = ['a', 'b', 'c', 'd'].map(address)
    for (let i = 0; i < MAX_WAITING; i += 1) room.join(`P${i}`, {}, { address: addresses[i % 4] ?? null })
    room.take('answer')
    room.join('Late', {}, { address: address('e') })
    expect(refusals(room)).toEqual(['room-full'])
  })

  test('D2 with an owner it holds before the empty room; without one it opens', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada', { creator: creatorKey('k') })
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
    room.ask(ada.self, { name: 'leave', params: {} })
    const cy = knockAt(room, 'Cy')
    expect(room.state.peers.size).toBe(0)
    expect(room.welcomed('Ada', { creator: creatorKey('k') }).waiting).toMatchObject([{ id: cy.id }])
    const unowned = meeting()
    knockAt(unowned.room, 'Cy')
    for (const { self } of [unowned.ada, unowned.ben]) unowned.room.ask(self, { name: 'leave', params: {} })
    expect(unowned.room.take('tell-waiting')).toHaveLength(1)
  })

  test('D9 whoever waited when the last one left comes into a new room, and moderates nothing of the former', () => {
    const { room, ada, ben } = meeting()
    const cy = knockAt(room, 'Cy')
    for (const { self } of [ada, ben]) room.ask(self, { name: 'leave', params: {} })
    const effects = room.takeAll().map((effect) => effect.do)
    expect(effects.indexOf('forget-history')).toBeGreaterThan(-1)
    expect(effects.indexOf('forget-history')).toBeLessThan(effects.indexOf('tell-waiting'))
    expect(room.welcomed('Cy', { ticket: cy.ticket }, { peer: cy.id })).toMatchObject({
      peers: [{ name: 'Cy', role: 'moderator' }],
    })
  })

  test('E1 waking changes nothing for whoever is connected; the others get their 30 s', () => {
    const { room, ada, ben } = meeting()
    const cy = knockAt(room, 'Cy')
    const before = room.state
    room.input({ on: 'woke', connected: new Set([ada.self, ben.self, cy.id]) })
    expect(room.state).toEqual(before)
    room.input({ on: 'woke', connected: new Set([ada.self, ben.self]) })
    expect(room.state.waiting.get(cy.id)?.presence).toEqual({ is: 'away', until: room.now + RESUME_GRACE_MS })
  })
})

describe('a client that cheats at the door', () => {
  test('D5 a resume token that nobody has leads to the lobby, as does a made-up ticket', () => {
    const { room, ada } = meeting()
    knockAt(room, 'Eve', { resume: { token: newResumeToken(), seq: 0, media: 'kept' } })
    const eve = knockAt(room, 'Eve', { ticket: madeUpTicket })
    expect(eve.ticket).not.toBe(madeUpTicket)
    expect(room.state.peers.size).toBe(2)
    expect(room.state.peers.has(ada.self)).toBe(true)
  })

  test('D5 joining again and again is one knock', () => {
    const { room } = meeting()
    const eve = knockAt(room, 'Eve')
    for (let i = 0; i < 3; i += 1) room.join('Eve', {}, { peer: eve.id })
    expect(room.told()).toEqual([])
    expect(room.state.waiting.size).toBe(1)
  })

  test('D8 joining again as somebody else who waits is one knock less, and is paid for', () => {
    const { room, ada } = meeting()
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
    const { room, ben } = meeting()
    const eve = knockAt(room, 'Eve', {}, { address: address('e') })
    room.join('Eve', change(ben), { peer: eve.id, address: address('e') })
    expect(room.state.waiting.size).toBe(0)
    expect(room.state.head.knocks).toMatchObject([{ address: address('e'), spent: 1 }])
  })

  test('D4 one address does not fill the lobby', () => {
    const { room } = meeting()
    const from = { address: address('e') }
    for (let i = 0; i < MAX_WAITING_PER_ADDRESS; i += 1) knockAt(room, `Eve ${i}`, {}, from)
    room.take('answer')
    room.join('Eve', {}, from)
    expect(refusals(room)).toEqual(['too-many-tries'])
    knockAt(room, 'Cy', {}, { address: address('c') })
  })

  test('D4 knocking and running away, over and over, is stopped', () => {
    const { room } = meeting()
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
    const { room, ada } = meeting()
    const from = { address: address('s') }
    const first = knockAt(room, 'First', {}, from)
    for (let i = 0; i < DOOR_TRIES_BURST; i += 1) {
      const { id } = knockAt(room, `Pupil ${i}`, {}, from)
      room.ask(id, { name: 'leave', params: {} })
    }
    room.join('Eleventh', {}, from)
    expect(refusals(room)).toEqual(['too-many-tries'])
    room.ask(ada.self, { name: 'let-in', params: { knock: first.id } })
    for (let i = 0; i < KNOCKS_PER_PERSON_INSIDE; i += 1) {
      const { id } = knockAt(room, 'Eleventh', {}, from)
      room.ask(id, { name: 'leave', params: {} })
    }
    // But nobody rings for ever because one of theirs is in.
    room.join('Eleventh', {}, from)
    expect(refusals(room)).toEqual(['too-many-tries'])
  })

  test('D4 what people of an address are allowed goes with them', () => {
    const { room, ada } = meeting()
    const from = { address: address('s') }
    const first = knockAt(room, 'First', {}, from)
    room.ask(ada.self, { name: 'let-in', params: { knock: first.id } })
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

  test.each<[string, (knock: ReturnType<typeof newPeerId>) => MemberRequest]>([
    ['opens the door', () => ({ name: 'set-lobby', params: { lobby: false } })],
    ['lets in', (knock) => ({ name: 'let-in', params: { knock } })],
    ['lets all in', () => ({ name: 'let-in', params: { knock: null } })],
    ['turns away', (knock) => ({ name: 'turn-away', params: { knock } })],
  ])('D6 A1 a participant who %s: a typed refusal, as for whoever waits', (_what, asked) => {
    const { room, ben } = meeting()
    const cy = knockAt(room, 'Cy')
    const before = room.state
    room.ask(ben.self, asked(cy.id))
    room.ask(cy.id, asked(cy.id))
    expect(refusals(room)).toEqual(['not-allowed', 'not-joined'])
    expect(room.state).toEqual(before)
  })

  test('D6 nobody waits under that id', () => {
    const { room, ada } = meeting()
    room.ask(ada.self, { name: 'let-in', params: { knock: newPeerId() } })
    room.ask(ada.self, { name: 'turn-away', params: { knock: newPeerId() } })
    expect(refusals(room)).toEqual(['not-found', 'not-found'])
  })
})
