import { describe, expect, test } from 'vitest'
import { ADMIT_GRACE_MS, GOING_AWAY_GRACE_MS, MAX_KNOCKS, RESUME_GRACE_MS } from '../../../protocol/limits.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { address, creatorKey, knockAt, meetBehindLobby, refusals } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

describe('the lobby', () => {
  test('D5 whoever comes waits, and only moderators hear of it', () => {
    const { room, ada } = meetBehindLobby()
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
    const { room, ada } = meetBehindLobby()
    const cy = knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'admit', params: { knock: cy.id } })
    expect(room.take('tell-waiting')).toEqual([
      { do: 'tell-waiting', peer: cy.id, news: { lobby: 'admitted' } },
    ])
    const welcome = room.welcomed('Cy', { ticket: cy.ticket }, { peer: cy.id })
    expect(welcome).toMatchObject({ self: cy.id, knocks: [] })
    expect(room.state.waiting.size).toBe(0)
  })

  test('D6 all are let in at once', () => {
    const { room, ada } = meetBehindLobby()
    const waiting = [knockAt(room, 'Cy'), knockAt(room, 'Dan')]
    room.ask(ada.self, { name: 'admit', params: { knock: null } })
    expect(room.take('tell-waiting').map(({ peer }) => peer)).toEqual(waiting.map(({ id }) => id))
  })

  test('D5 a lobby that ends lets in all who wait', () => {
    const { room, ada } = meetBehindLobby()
    const cy = knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: false } })
    expect(room.take('tell-waiting')).toMatchObject([{ peer: cy.id }])
  })

  test('D6 whoever is turned away is told so, and their ticket is worth nothing', () => {
    const { room, ada } = meetBehindLobby()
    const cy = knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'deny', params: { knock: cy.id } })
    expect(room.take('close-socket')).toEqual([{ do: 'close-socket', peer: cy.id, code: 'denied' }])
    const again = knockAt(room, 'Cy', { ticket: cy.ticket })
    expect(again.ticket).not.toBe(cy.ticket)
    expect(room.state.peers.has(again.id)).toBe(false)
  })

  test('D5 whoever becomes moderator sees who waits; whoever joins as one, too', () => {
    const { room, ada, ben } = meetBehindLobby()
    const cy = knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'set-role', params: { peer: ben.self, role: 'moderator' } })
    expect(room.told()).toMatchObject([
      { event: { event: 'peer-role-changed' } },
      { audience: { only: ben.self }, event: { event: 'knocked', knock: { id: cy.id } } },
    ])
  })

  test('D5 the role that passes on takes the lobby along', () => {
    const { room, ada, ben } = meetBehindLobby()
    knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'leave', params: {} })
    expect(room.told().at(-1)).toMatchObject({ audience: { only: ben.self }, event: { event: 'knocked' } })
  })

  test('D7 a cut socket keeps its place for 30 s, and the ticket brings it back', () => {
    const { room } = meetBehindLobby()
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
    const { room, ada } = meetBehindLobby()
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
    const { room, ada } = meetBehindLobby()
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
    const { room, ada } = meetBehindLobby()
    const cy = knockAt(room, 'Cy')
    room.input({ on: 'socket-closed', peer: cy.id, goingAway: false })
    room.ask(ada.self, { name: 'admit', params: { knock: cy.id } })
    expect(room.welcomed('Cy', { ticket: cy.ticket }).self).toBe(cy.id)
  })

  test('D6 a yes does not hold for ever', () => {
    const { room, ada } = meetBehindLobby()
    const cy = knockAt(room, 'Cy')
    room.ask(ada.self, { name: 'admit', params: { knock: cy.id } })
    room.now += ADMIT_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.take('close-socket')).toMatchObject([{ peer: cy.id, code: 'admission-expired' }])
    expect(knockAt(room, 'Cy', { ticket: cy.ticket }).ticket).not.toBe(cy.ticket)
  })

  test('D5 who does not want to wait leaves', () => {
    const { room } = meetBehindLobby()
    const cy = knockAt(room, 'Cy')
    room.ask(cy.id, { name: 'leave', params: {} })
    expect(room.take('close-socket')).toEqual([{ do: 'close-socket', peer: cy.id, code: null }])
    expect(room.state.waiting.size).toBe(0)
  })

  test('D5 a full lobby takes nobody else', () => {
    const { room } = meetBehindLobby()
    const addresses = ['a', 'b', 'c', 'd'].map(address)
    for (let i = 0; i < MAX_KNOCKS; i += 1) room.join(`P${i}`, {}, { address: addresses[i % 4] ?? null })
    room.take('answer')
    room.join('Late', {}, { address: address('e') })
    expect(refusals(room)).toEqual(['room-full'])
  })

  test('D2 with an owner it holds before the empty room; without one it opens', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada', { creatorKey: creatorKey('k') })
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
    room.ask(ada.self, { name: 'leave', params: {} })
    const cy = knockAt(room, 'Cy')
    expect(room.state.peers.size).toBe(0)
    expect(room.welcomed('Ada', { creatorKey: creatorKey('k') }).knocks).toMatchObject([{ id: cy.id }])
    const unowned = meetBehindLobby()
    knockAt(unowned.room, 'Cy')
    for (const { self } of [unowned.ada, unowned.ben]) unowned.room.ask(self, { name: 'leave', params: {} })
    expect(unowned.room.take('tell-waiting')).toHaveLength(1)
  })

  test('D9 whoever waited when the last one left comes into a new room, and moderates nothing of the former', () => {
    const { room, ada, ben } = meetBehindLobby()
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
    const { room, ada, ben } = meetBehindLobby()
    const cy = knockAt(room, 'Cy')
    const before = room.state
    room.input({ on: 'woke', connected: new Set([ada.self, ben.self, cy.id]) })
    expect(room.state).toEqual(before)
    room.input({ on: 'woke', connected: new Set([ada.self, ben.self]) })
    expect(room.state.waiting.get(cy.id)?.presence).toEqual({ is: 'away', until: room.now + RESUME_GRACE_MS })
  })
})
