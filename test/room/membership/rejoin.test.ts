import { describe, expect, test } from 'vitest'
import { newResumeToken } from '../../../protocol/ids.ts'
import {
  EMPTY_ROOM_GRACE_MS,
  GOING_AWAY_GRACE_MS,
  MAX_PAST_PEOPLE,
  MAX_PEERS_PER_ROOM,
  RESUME_GRACE_MS,
} from '../../../protocol/limits.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { address, browser, creatorKey, knockAt, proof, refusals } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

const back = ({ resumeToken, seq }: Welcome, media: 'kept' | 'gone' = 'gone') => ({
  resume: { token: resumeToken, seq, media },
})

/** Somebody's socket is gone for longer than the grace: they have left, for the others. */
function lose(room: RoomBench, person: Welcome, goingAway = false): void {
  room.input({ on: 'socket-closed', peer: person.self, goingAway })
  room.now += goingAway ? GOING_AWAY_GRACE_MS : RESUME_GRACE_MS
  room.input({ on: 'alarm' })
  expect(room.state.peers.has(person.self)).toBe(false)
}

/** Ada moderates; Ben and Cy are there. */
function meeting() {
  const room = new RoomBench()
  const [ada, ben, cy] = [room.welcomed('Ada'), room.welcomed('Ben'), room.welcomed('Cy')]
  return { room, ada, ben, cy }
}

const roleIn = ({ self, peers }: Welcome) => peers.find(({ id }) => id === self)?.role

describe('whoever was gone for longer than the graces', () => {
  test.each([
    ['cut off', false],
    ['reloading slowly', true],
  ])('R6 is the same person again when they come back: %s', (_how, goingAway) => {
    const { room, ada, ben } = meeting()
    lose(room, ben, goingAway)
    room.take('tell')
    const again = room.welcomed('Benjamin', back(ben))
    expect(again).toMatchObject({ self: ben.self, resumeToken: ben.resumeToken })
    expect(again.peers.find(({ id }) => id === ben.self)).toMatchObject({ name: 'Ben', role: 'participant' })
    expect(again.media?.generation).toBeGreaterThan(ben.media?.generation ?? 0)
    expect(roleIn(again)).toBe('participant')
    expect(room.state.peers.get(ada.self)?.role).toBe('moderator')
  })

  test('R6 comes past lock, lobby and password that were set meanwhile', () => {
    const { room, ada, ben } = meeting()
    lose(room, ben)
    room.setPassword(ada.self, proof('p'))
    room.ask(ada.self, { name: 'set-locked', params: { locked: true } })
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
    room.join('Eve', { resume: { token: newResumeToken(), seq: 0, media: 'gone' } })
    expect(refusals(room)).toEqual(['password-required'])
    expect(room.welcomed('Ben', back(ben, 'kept')).self).toBe(ben.self)
  })

  test('R6 is moderator again, beside whoever became one meanwhile, and the creator stays the creator', () => {
    const { room, ada, ben } = meeting()
    lose(room, ada)
    expect(room.state.peers.get(ben.self)?.role).toBe('moderator')
    expect(roleIn(room.welcomed('Ada', back(ada)))).toBe('moderator')
    expect(room.state.peers.get(ben.self)?.role).toBe('moderator')
    const owned = new RoomBench()
    const owner = owned.welcomed('Ada', { creatorKey: creatorKey('k') })
    owned.welcomed('Ben')
    lose(owned, owner)
    const again = owned.welcomed('Ada', back(owner))
    expect(again.peers.find(({ id }) => id === owner.self)).toMatchObject({ creator: true })
  })

  test('R6 A6 does not come back where they were put out, nor whoever left', () => {
    const { room, ada, ben, cy } = meeting()
    room.ask(ada.self, { name: 'remove-peer', params: { peer: ben.self } })
    room.ask(cy.self, { name: 'leave', params: {} })
    room.ask(ada.self, { name: 'set-locked', params: { locked: true } })
    room.take('refuse')
    room.join('Ben', back(ben))
    room.join('Cy', back(cy))
    expect(refusals(room)).toEqual(['room-locked', 'room-locked'])
  })

  test('R6 A6 does not come back under the browser, or the address, of somebody who was put out', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const [eve, other] = ['Eve', 'Eve too'].map((name) =>
      room.welcomed(name, { browserId: browser('e') }, { address: address('e') }),
    )
    if (!eve || !other) throw new Error('nobody')
    lose(room, other)
    room.ask(ada.self, { name: 'remove-peer', params: { peer: eve.self } })
    room.join('Eve too', { ...back(other), browserId: browser('e') }, { address: address('f') })
    expect(refusals(room)).toEqual(['removed'])
  })

  test('R6 finds no place in a full room, but keeps the way back', () => {
    const { room, ben } = meeting()
    lose(room, ben)
    for (let i = room.state.peers.size; i < MAX_PEERS_PER_ROOM; i += 1) room.welcomed(`Person ${i}`)
    room.join('Ben', back(ben))
    expect(refusals(room)).toEqual(['room-full'])
    const [first] = room.state.peers.keys()
    if (first) room.ask(first, { name: 'leave', params: {} })
    expect(room.welcomed('Ben', back(ben)).self).toBe(ben.self)
  })

  test('R5 R6 comes back once: a second tab with the token takes over from the first', () => {
    const { room, ben } = meeting()
    lose(room, ben)
    const { peer } = room.join('Ben', back(ben))
    room.takeAll()
    const second = room.join('Ben', back(ben))
    expect(room.take('bind-socket')).toEqual([{ do: 'bind-socket', from: second.peer, to: ben.self }])
    room.settle()
    expect(room.state.peers.get(ben.self)?.presence).toEqual({ is: 'here' })
    expect(room.state.peers.has(peer)).toBe(false)
  })

  test('R6 who is cut off again before the welcome may try again', () => {
    const { room, ben } = meeting()
    lose(room, ben)
    room.join('Ben', back(ben))
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false })
    expect(room.welcomed('Ben', back(ben)).self).toBe(ben.self)
  })

  test('S1 R6 does not count a second time', () => {
    const { room, ben } = meeting()
    expect(room.figures.counts['people']).toBe(3)
    lose(room, ben)
    room.welcomed('Ben', back(ben))
    expect(room.figures.counts['people']).toBe(3)
  })

  test('R6 what a room remembers of them is bounded: the longest gone give way', () => {
    const { room } = meeting()
    const gone = Array.from({ length: MAX_PAST_PEOPLE + 1 }, (_, i) => {
      const person = room.welcomed(`Person ${i}`)
      lose(room, person, true)
      return person
    })
    expect(room.state.past.size).toBe(MAX_PAST_PEOPLE)
    const [first, second] = gone
    if (!first || !second) throw new Error('nobody')
    expect(room.welcomed('First', back(first)).self).not.toBe(first.self)
    expect(room.welcomed('Second', back(second)).self).toBe(second.self)
  })
})

describe('the room that everybody has left', () => {
  test('R6 goes on for whoever comes back to it first, as who they were', () => {
    const { room, ada, ben, cy } = meeting()
    for (const person of [ada, ben, cy]) lose(room, person)
    const again = room.welcomed('Cy', back(cy))
    expect(again.self).toBe(cy.self)
    expect(roleIn(again)).toBe('moderator')
    expect(roleIn(room.welcomed('Ada', back(ada)))).toBe('moderator')
  })

  test('R6 is another one once somebody else has come: nobody comes back to the former', () => {
    const { room, ada, ben, cy } = meeting()
    for (const person of [ada, ben, cy]) lose(room, person)
    const eve = room.welcomed('Eve')
    room.ask(eve.self, { name: 'set-locked', params: { locked: true } })
    room.join('Ada', back(ada))
    expect(refusals(room)).toEqual(['room-locked'])
  })

  test('L3 R6 is forgotten with all who were there', () => {
    const { room, ada, ben, cy } = meeting()
    for (const person of [ada, ben, cy]) lose(room, person)
    room.now += EMPTY_ROOM_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.state.past.size).toBe(0)
  })
})

describe('a page that wants back, and nothing else', () => {
  test('R7 is not let in as somebody new, nor does it knock', () => {
    const room = new RoomBench()
    const resumeOnly = { resumeOnly: true } as const
    const token = { resume: { token: newResumeToken(), seq: 0, media: 'gone' } } as const
    room.join('Ada', { ...token, ...resumeOnly })
    expect(refusals(room)).toEqual(['not-found'])
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
    room.join('Cy', { ...token, ...resumeOnly })
    expect(refusals(room)).toEqual(['not-found'])
    expect(room.state.waiting.size).toBe(0)
    lose(room, ben, true)
    expect(room.welcomed('Ben', { ...back(ben), ...resumeOnly }).self).toBe(ben.self)
    const cy = knockAt(room, 'Cy')
    room.input({ on: 'socket-closed', peer: cy.id, goingAway: true })
    expect(knockAt(room, 'Cy', { ticket: cy.ticket, ...resumeOnly }).ticket).toBe(cy.ticket)
  })
})
