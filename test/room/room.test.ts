import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../protocol/errors.ts'
import { newProducerId, newResumeToken, TransportId } from '../../protocol/ids.ts'
import {
  EMPTY_ROOM_GRACE_MS,
  GOING_AWAY_GRACE_MS,
  MAX_PEERS_PER_ROOM,
  MAX_PRODUCERS_PER_PEER,
  RESUME_GRACE_MS,
} from '../../protocol/limits.ts'
import type { NodeOutcome } from '../../protocol/node-requests.ts'
import type { Welcome } from '../../protocol/page-requests.ts'
import { nextDue } from '../../worker/room/core/schedule.ts'
import { someDtls, somePictures, someRtp } from '../support/scripted-node.ts'
import { lyon, RoomBench } from './room-bench.ts'

const produceFrom = (room: RoomBench, person: Welcome, paused = false, producer = newProducerId()) => {
  const request = room.ask(person.self, {
    name: 'produce',
    params: {
      generation: person.media?.generation ?? 0,
      producer,
      source: 'microphone',
      rtpParameters: someRtp,
      paused,
    },
  })
  return { producer, request }
}

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
    const { producer } = produceFrom(room, ada)
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
    const { producer } = produceFrom(room, ada)
    const ben = room.welcomed('Ben')
    expect(ben.media?.consumers.map((consumer) => consumer.producer)).toEqual([producer])
    expect(room.told()).toEqual([])
  })

  test('J2 who speaks up right after somebody asked to join is heard by them: as an event, once', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const { peer } = room.join('Ben')
    const { producer } = produceFrom(room, ada)
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
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.welcomed('Ben')
    const { producer } = produceFrom(room, ada)
    room.settle()
    room.take('answer')
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

describe('media', () => {
  test('M1 connect is passed on and answered when the node has answered', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const request = room.ask(ada.self, {
      name: 'connect-transport',
      params: { generation: 1, direction: 'send', dtlsParameters: someDtls },
    })
    expect(room.take('answer')).toEqual([])
    room.settle()
    expect(room.take('answer')).toMatchObject([{ request, result: {} }])
  })

  test.each([
    { name: 'connect-transport', params: { generation: 7, direction: 'send', dtlsParameters: someDtls } },
    { name: 'restart-ice', params: { generation: 7, direction: 'receive' } },
    { name: 'renew-media', params: { generation: 7 } },
    {
      name: 'produce',
      params: {
        generation: 7,
        producer: newProducerId(),
        source: 'camera',
        rtpParameters: somePictures,
        paused: false,
      },
    },
  ] as const)('M2 $name of a media session that is over is refused', (asked) => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.ask(ada.self, asked)
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'stale-media' } }])
  })

  test('M3 an ICE restart answers with other credentials', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.ask(ada.self, { name: 'restart-ice', params: { generation: 1, direction: 'receive' } })
    room.settle()
    expect(room.take('answer')).toMatchObject([
      { result: { iceParameters: { usernameFragment: 'another' } } },
    ])
  })

  test('M4 renewed media closes what was, and starts the next generation for that person alone', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    const { producer } = produceFrom(room, ben)
    room.settle()
    produceFrom(room, ada)
    room.settle()
    room.take('answer')
    room.ask(ada.self, { name: 'renew-media', params: { generation: 1 } })
    const closed = room.open.flatMap((question) => question.ops.filter((op) => op.op === 'close-transport'))
    expect(closed.map((op) => op.transport)).toEqual([ada.media?.send.id, ada.media?.receive.id])
    room.settle()
    const told = room.told()
    expect(told.map(({ event }) => event.event)).toEqual(['producer-removed', 'media-started'])
    expect(told[1]).toMatchObject({
      audience: { only: ada.self },
      event: { media: { generation: 2, consumers: [{ producer }] } },
    })
  })
})

describe('producers', () => {
  test('P1 everybody else is told, each with their own consumer', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    const cy = room.welcomed('Cy', { rtpCapabilities: null })
    const { producer } = produceFrom(room, ada)
    room.settle()
    const told = room.told()
    expect(told.map(({ audience }) => audience)).toEqual([{ only: ben.self }, { only: cy.self }])
    expect(told[0]?.event).toMatchObject({
      peer: ada.self,
      producer: { id: producer },
      consumer: { producer },
    })
    expect(told[1]?.event).toMatchObject({ consumer: null })
  })

  test('P1 the same producer twice is one producer; another’s id is refused', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    const { producer } = produceFrom(room, ada)
    room.settle()
    room.take('answer')
    const again = produceFrom(room, ada, false, producer)
    expect(room.take('answer')).toMatchObject([{ request: again.request }])
    expect(room.open).toEqual([])
    produceFrom(room, ben, false, producer)
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-allowed' } }])
  })

  test.each<[what: string, outcome: NodeOutcome, code: ErrorCode]>([
    [
      'that cannot be carried',
      { outcome: 'failed', code: 'media-unsupported', message: 'no' },
      'media-unsupported',
    ],
    [
      'that the node has from elsewhere',
      { outcome: 'failed', code: 'producer-id-taken', message: 'no' },
      'producer-id-taken',
    ],
    [
      'of which the node tells nonsense',
      { outcome: 'failed', code: 'removed', message: 'no' },
      'media-failed',
    ],
    [
      'that is answered as something else',
      {
        outcome: 'ice-restarted',
        transport: v.parse(TransportId, 'some-transport'),
        iceParameters: { usernameFragment: 'frag', password: 'p'.repeat(22) },
      },
      'bad-node-answer',
    ],
  ])('P1 a source %s is refused with what its page can do about it', (_what, outcome, code) => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    produceFrom(room, ada)
    const [question] = room.open
    if (!question) throw new Error('the node was not asked')
    room.input({ on: 'node-answered', pending: question.pending, outcomes: [outcome] })
    expect(room.take('refuse')).toMatchObject([{ error: { code } }])
  })

  test('P1 what the node refuses is refused, and nobody hears of it', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.welcomed('Ben')
    produceFrom(room, ada)
    const [question] = room.open
    room.take('ask-node')
    if (!question) throw new Error('the node was not asked')
    room.input({
      on: 'node-answered',
      pending: question.pending,
      outcomes: [{ outcome: 'failed', code: 'media-failed', message: 'unsupported codec' }],
    })
    expect(room.take('refuse')).toMatchObject([
      { error: { code: 'media-failed', message: 'unsupported codec' } },
    ])
    expect(room.state.peers.get(ada.self)?.producers).toEqual([])
  })

  test('P1 one person has at most so many', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    for (let i = 0; i <= MAX_PRODUCERS_PER_PEER; i += 1) produceFrom(room, ada)
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-allowed' } }])
  })

  test('P2 muting is told to the others, once', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.welcomed('Ben')
    const { producer } = produceFrom(room, ada)
    room.settle()
    room.take('answer')
    room.ask(ada.self, { name: 'set-producer-paused', params: { producer, paused: true } })
    room.ask(ada.self, { name: 'set-producer-paused', params: { producer, paused: true } })
    expect(room.told()).toEqual([
      {
        audience: { except: ada.self },
        event: { event: 'producer-changed', peer: ada.self, producer, paused: true },
      },
    ])
  })

  test('P2 nobody mutes with another’s producer', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    const { producer } = produceFrom(room, ada)
    room.settle()
    room.take('answer')
    room.ask(ben.self, { name: 'set-producer-paused', params: { producer, paused: true } })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-found' } }])
    expect(room.state.peers.get(ada.self)?.producers[0]?.paused).toBe(false)
  })

  test('P3 closing is told, and closing again is no error', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.welcomed('Ben')
    const { producer } = produceFrom(room, ada)
    room.settle()
    room.take('answer')
    room.ask(ada.self, { name: 'close-producer', params: { producer } })
    room.ask(ada.self, { name: 'close-producer', params: { producer } })
    expect(room.told().map(({ event }) => event.event)).toEqual(['producer-removed'])
  })
})

describe('rights and roles', () => {
  test('A1 only a moderator locks', () => {
    const room = new RoomBench()
    room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    room.ask(ben.self, { name: 'set-locked', params: { locked: true } })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-allowed' } }])
    expect(room.state.head.door.locked).toBe(false)
  })

  test('A2 when the last moderator leaves, the longest present is told to be one', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    room.welcomed('Cy')
    room.ask(ada.self, { name: 'leave', params: {} })
    expect(room.told().map(({ event }) => event)).toEqual([
      { event: 'peer-left', peer: ada.self },
      { event: 'peer-role-changed', peer: ben.self, role: 'moderator' },
    ])
  })

  test('A2 when the first goes before being welcomed, the next to arrive is moderator', () => {
    const room = new RoomBench()
    const first = room.join('Ada')
    const second = room.join('Ben')
    room.input({ on: 'socket-closed', peer: first.peer, goingAway: false })
    room.settle()
    const welcome = room.take('answer').find((effect) => effect.request === second.request)
    expect(welcome?.result).toMatchObject({ peers: [{ name: 'Ben', role: 'moderator' }] })
  })

  test('A3 whoever has not joined, or has left, may do nothing', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.ask(ada.self, { name: 'leave', params: {} })
    room.take('answer')
    room.ask(ada.self, { name: 'set-locked', params: { locked: true } })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-joined' } }])
  })
})

describe('leaving', () => {
  test('L1 who says so is gone at once, for the others and for their own token', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.welcomed('Ben')
    room.ask(ada.self, { name: 'leave', params: {} })
    expect(room.told().map(({ event }) => event)).toContainEqual({ event: 'peer-left', peer: ada.self })
    expect(room.state.peers.has(ada.self)).toBe(false)
    const again = room.welcomed('Ada', { resume: { token: ada.resumeToken, seq: ada.seq, media: 'kept' } })
    expect(again.self).not.toBe(ada.self)
    expect(again.resumeToken).not.toBe(ada.resumeToken)
  })
})

describe('the end of a room', () => {
  test('L3 the last to leave frees the node, opens the lock, and the rest is erased after a while', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.ask(ada.self, { name: 'set-locked', params: { locked: true } })
    room.ask(ada.self, { name: 'leave', params: {} })
    expect(room.state.head).toMatchObject({ door: { locked: false }, placement: { at: 'nowhere' } })
    expect(room.take('release-node')).toEqual([{ do: 'release-node', node: lyon }])
    expect(nextDue(room.state)).toBe(room.now + EMPTY_ROOM_GRACE_MS)
    room.now += EMPTY_ROOM_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.take('erase')).toHaveLength(1)
  })

  test('L3 somebody who comes meanwhile keeps it', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.ask(ada.self, { name: 'leave', params: {} })
    room.welcomed('Ben')
    room.now += EMPTY_ROOM_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.take('erase')).toEqual([])
  })

  test('L4 who closes the page before being welcomed was never there', () => {
    const room = new RoomBench()
    room.welcomed('Ada')
    const { peer } = room.join('Ben')
    room.input({ on: 'socket-closed', peer, goingAway: false })
    room.settle()
    expect(room.told()).toEqual([])
    expect(room.state.peers.has(peer)).toBe(false)
  })
})

describe('failures', () => {
  test('F1 without a node people are welcomed without media, and the room asks again by itself', () => {
    const room = new RoomBench()
    room.node = null
    const ada = room.welcomed('Ada')
    expect(ada.media).toBeNull()
    const due = nextDue(room.state)
    room.node = lyon
    room.now = due ?? 0
    room.input({ on: 'alarm' })
    room.settle()
    expect(room.told()).toMatchObject([{ audience: { only: ada.self }, event: { event: 'media-started' } }])
  })

  test('F1 a node that appears is used at once', () => {
    const room = new RoomBench()
    room.node = null
    room.welcomed('Ada')
    room.node = lyon
    room.input({ on: 'node-available' })
    room.settle()
    expect(room.told().map(({ event }) => event.event)).toEqual(['media-started'])
  })

  test('F2 when the node goes, all are told at once and move with a new generation', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    produceFrom(room, ada)
    room.settle()
    room.take('answer')
    room.input({ on: 'node-lost', node: lyon })
    expect(room.told().map(({ event }) => event)).toEqual([
      { event: 'media-lost', peers: [ada.self, ben.self] },
    ])
    room.settle()
    const started = room.told()
    expect(started.map(({ audience }) => audience)).toEqual([{ only: ada.self }, { only: ben.self }])
    for (const { event } of started) expect(event).toMatchObject({ media: { generation: 2, consumers: [] } })
  })

  test('F2 the loss of a node that the room is not on changes nothing', () => {
    const room = new RoomBench()
    room.welcomed('Ada')
    const before = room.state
    room.input({ on: 'node-lost', node: 'elsewhere' as typeof lyon })
    expect(room.state.head).toEqual(before.head)
  })

  test('E1 a restart during a placement asks again, and gives the cut sockets their 30 s', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.input({ on: 'node-lost', node: lyon })
    room.forgetQuestions()
    room.input({ on: 'woke', connected: new Set() })
    expect(room.state.peers.get(ada.self)?.presence).toEqual({
      is: 'away',
      since: room.now,
      until: room.now + RESUME_GRACE_MS,
    })
    expect(room.take('place')).toHaveLength(2)
  })

  test('E1 waking from hibernation changes nothing', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const before = room.state
    room.take('answer')
    room.input({ on: 'woke', connected: new Set([ada.self]) })
    expect(room.state.peers.get(ada.self)).toBe(before.peers.get(ada.self))
    expect(room.state.head).toBe(before.head)
  })
})
