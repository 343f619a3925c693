import { describe, expect, test } from 'vitest'
import { newResumeToken } from '../../../protocol/ids.ts'
import { GOING_AWAY_GRACE_MS, MAX_PEERS_PER_ROOM, RESUME_GRACE_MS } from '../../../protocol/limits.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { meetWithOneVoice, produceFrom } from '../produce-from.ts'
import { RoomBench } from '../room-bench.ts'

describe('joining', () => {
  test('J1 the first to arrive is moderator, the second is told who is there', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    expect(ada.peers.map(({ name, role }) => [name, role])).toEqual([['Ada', 'moderator']])
    expect(ben.peers.map(({ name, role }) => [name, role])).toEqual([
      ['Ada', 'moderator'],
      ['Ben', 'participant'],
    ])
  })

  test('J2 one welcome carries transports and the consumers of whoever is already talking', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const { producer } = produceFrom(room, ada.self)
    room.settle()
    const ben = room.welcomed('Ben')
    expect(ben.media?.generation).toBe(1)
    expect(ben.media?.send.id).not.toBe(ben.media?.receive.id)
    expect(ben.media?.consumers).toMatchObject([{ peer: ada.self, producer, kind: 'audio' }])
    expect(ben.peers[0]?.producers).toEqual([{ id: producer, source: 'microphone', paused: false }])
  })

  test('J2 a join asks the node once: one batch, and nothing before it but the directory', () => {
    const room = new RoomBench()
    room.welcomed('Ada')
    room.join('Ben')
    expect(room.open).toHaveLength(1)
    expect(room.open[0]?.ops.map((op) => op.op)).toEqual([
      'open-router',
      'create-transport',
      'create-transport',
    ])
  })

  test('J2 who speaks up while somebody joins is heard by them: in the welcome, once', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const { producer } = produceFrom(room, ada.self)
    const ben = room.welcomed('Ben')
    expect(ben.media?.consumers.map((consumer) => consumer.producer)).toEqual([producer])
    expect(room.told()).toEqual([])
  })

  test('J2 who speaks up right after somebody asked to join is heard by them: as an event, once', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const { peer } = room.join('Ben')
    const { producer } = produceFrom(room, ada.self)
    room.settle()
    const added = room.told().filter(({ event }) => event.event === 'producer-added')
    expect(added).toHaveLength(1)
    expect(added[0]).toMatchObject({ audience: { only: peer }, event: { producer: { id: producer } } })
    expect(added[0]?.event).toHaveProperty('consumer.producer', producer)
  })

  test('J3 another version of the protocol is refused and its socket closed', () => {
    const room = new RoomBench()
    const { peer } = room.join('Ada', { protocol: 999 })
    expect(room.take('close-socket')).toEqual([{ do: 'close-socket', peer, code: 'unsupported-protocol' }])
    expect(room.state.peers.size).toBe(0)
  })

  test('J4 a full room takes nobody else', () => {
    const room = new RoomBench()
    for (let i = 0; i < MAX_PEERS_PER_ROOM; i += 1) room.join(`P${i}`, { rtpCapabilities: null })
    room.take('answer')
    const late = room.join('Late')
    expect(room.take('refuse')).toMatchObject([{ peer: late.peer, error: { code: 'room-full' } }])
    expect(room.state.peers.size).toBe(MAX_PEERS_PER_ROOM)
  })

  test('J4 a locked room takes nobody else, but those inside may resume', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.ask(ada.self, { name: 'set-locked', params: { locked: true } })
    room.take('answer')
    room.join('Eve')
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'room-locked' } }])
    room.input({ on: 'socket-closed', peer: ada.self, goingAway: false })
    room.join('Ada', { resume: { token: ada.resumeToken, seq: ada.seq, media: 'kept' } })
    expect(room.take('replay')).toMatchObject([{ peer: ada.self }])
  })

  test('J5 a browser without WebRTC is welcomed without media', () => {
    const room = new RoomBench()
    expect(room.welcomed('Ada', { rtpCapabilities: null }).media).toBeNull()
    expect(room.open).toEqual([])
  })
})

describe('resuming', () => {
  test('R1 L2 a person whose socket was cut is the same for 30 s, and nobody sees it leave', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.welcomed('Ben')
    room.input({ on: 'socket-closed', peer: ada.self, goingAway: false })
    room.now += RESUME_GRACE_MS - 1
    room.input({ on: 'alarm' })
    expect(room.told()).toEqual([])
    room.join('Ada', { resume: { token: ada.resumeToken, seq: ada.seq, media: 'kept' } })
    expect(room.take('replay')).toMatchObject([{ peer: ada.self, after: ada.seq }])
    expect(room.open).toEqual([])
  })

  test('R2 after 30 s it has left', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    room.input({ on: 'socket-closed', peer: ada.self, goingAway: false })
    expect(nextDue(room.state)).toBe(room.now + RESUME_GRACE_MS)
    room.now += RESUME_GRACE_MS
    room.input({ on: 'alarm' })
    const told = room.told().map(({ event }) => event)
    expect(told).toContainEqual({ event: 'peer-left', peer: ada.self })
    expect(told).toContainEqual({ event: 'peer-role-changed', peer: ben.self, role: 'moderator' })
  })

  test('R2 a page that the browser closed has left much sooner', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.input({ on: 'socket-closed', peer: ada.self, goingAway: true })
    expect(nextDue(room.state)).toBe(room.now + GOING_AWAY_GRACE_MS)
  })

  test('R3 who missed more than is kept gets a fresh welcome over the same transports', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    for (const locked of [true, false, true]) room.ask(ada.self, { name: 'set-locked', params: { locked } })
    room.heldAfter = ben.seq + 1
    const again = room.welcomed('Ben', { resume: { token: ben.resumeToken, seq: ben.seq, media: 'kept' } })
    expect(again.self).toBe(ben.self)
    expect(again.media).toMatchObject({ generation: 1, send: { id: ben.media?.send.id } })
    expect(room.told()).toEqual([])
  })

  test('R3 a reloaded page is the same person with new transports; what it sent before is gone', () => {
    const { room, ada, producer } = meetWithOneVoice()
    room.input({ on: 'socket-closed', peer: ada.self, goingAway: true })
    room.join('Ada', { resume: { token: ada.resumeToken, seq: 0, media: 'gone' } })
    room.settle()
    const told = room.told().map(({ event }) => event)
    expect(told).toEqual([{ event: 'producer-removed', peer: ada.self, producer }])
    expect(room.state.peers.get(ada.self)).toMatchObject({ generation: 2, media: 'up', role: 'moderator' })
  })

  test('R4 an unknown token joins as somebody new', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const other = room.welcomed('Ada', { resume: { token: newResumeToken(), seq: 5, media: 'kept' } })
    expect(other.self).not.toBe(ada.self)
    expect(room.state.peers.size).toBe(2)
  })

  test('R5 the socket that is resumed from is bound to the person', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const { peer } = room.join('Ada', { resume: { token: ada.resumeToken, seq: ada.seq, media: 'kept' } })
    expect(room.take('bind-socket')).toEqual([{ do: 'bind-socket', from: peer, to: ada.self }])
  })
})
