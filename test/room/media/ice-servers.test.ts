import { describe, expect, test } from 'vitest'
import { TURN_CREDENTIAL_TTL_MS, TURN_RETRY_MS } from '../../../protocol/limits.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import type { IceGrant } from '../../../worker/turn/turn-provider.ts'
import { produceFrom } from '../produce-from.ts'
import { lyon, RoomBench } from '../room-bench.ts'

const grantOf = (room: RoomBench, name: string): IceGrant => ({
  servers: [{ urls: ['turn:turn.example.org'], username: name, credential: 'c' }],
  until: room.now + TURN_CREDENTIAL_TTL_MS,
  usernames: [name],
})

const granting = (name = 'first'): RoomBench => {
  const room = new RoomBench()
  room.turn = grantOf(room, name)
  return room
}

const speak = (room: RoomBench, person: Welcome) => {
  const { producer } = produceFrom(room, person.self)
  return producer
}

const usernameIn = (media: Welcome['media']) => media?.iceServers.map(({ username }) => username)

describe('M6 joining', () => {
  test('M6 a welcome carries credentials of one’s own, asked for before and beside the node', () => {
    const room = granting()
    expect(usernameIn(room.welcomed('Ada').media)).toEqual(['first'])
    room.join('Ben')
    const asked = room.take('grant-ice')
    expect(asked).toHaveLength(1)
    expect(room.open).toHaveLength(1)
  })

  test('M6 a node that is faster does not make the welcome lack credentials, or anybody’s voice', () => {
    const room = granting()
    const ada = room.welcomed('Ada')
    const grant = room.turn
    room.turn = 'silence'
    const { peer, request } = room.join('Ben')
    room.settle()
    const producer = speak(room, ada)
    room.settle()
    expect(room.take('answer').some((answer) => answer.request === request)).toBe(false)
    room.turn = grant
    room.answerTurn()
    const [answer] = room.take('answer')
    expect(answer).toMatchObject({
      peer,
      result: { kind: 'welcome', media: { iceServers: [{ username: 'first' }], consumers: [{ producer }] } },
    })
  })

  test('M6 without credentials the join goes on, and they come when there are some', () => {
    const room = granting()
    const grant = room.turn
    room.turn = 'failure'
    const ada = room.welcomed('Ada')
    expect(ada.media?.iceServers).toEqual([])
    expect(nextDue(room.state)).toBe(room.now + TURN_RETRY_MS)
    room.now += TURN_RETRY_MS
    room.input({ on: 'alarm' })
    room.turn = grant
    room.answerTurn()
    expect(room.told()).toMatchObject([
      {
        audience: { only: ada.self },
        event: { event: 'ice-servers-changed', iceServers: [{ username: 'first' }] },
      },
    ])
  })

  test('M6 who leaves while credentials are on their way takes none', () => {
    const room = granting()
    room.welcomed('Ada')
    const { peer } = room.join('Ben')
    room.input({ on: 'socket-closed', peer, goingAway: true })
    room.settle()
    expect(room.take('revoke-ice')).toEqual([{ do: 'revoke-ice', usernames: ['first'] }])
  })

  test('M6 a browser without WebRTC needs none', () => {
    const room = granting()
    room.join('Ada', { rtpCapabilities: null })
    expect(room.take('grant-ice')).toEqual([])
  })

  test('M6 a node that makes no transports is not waited for longer than without TURN', () => {
    const room = granting()
    room.turn = 'silence'
    const { request } = room.join('Ada')
    room.input({ on: 'placed', peer: null, node: lyon, lender: null })
    const [question] = room.open
    if (!question) throw new Error('the node was not asked')
    room.input({ on: 'node-answered', pending: question.pending, outcomes: [] })
    // No other node is to be had.
    room.input({ on: 'placed', peer: null, node: null, lender: null })
    expect(room.take('answer')).toMatchObject([{ request, result: { media: null } }])
  })
})

describe('M6 in the call', () => {
  test('M6 a node’s end waits for no credentials: those that are fresh serve again', () => {
    const room = granting()
    const ada = room.welcomed('Ada')
    room.turn = 'silence'
    room.input({ on: 'node-lost', node: lyon })
    room.settle()
    expect(room.told()).toMatchObject([
      { event: { event: 'media-lost' } },
      { audience: { only: ada.self }, event: { event: 'media-started', media: { generation: 2 } } },
    ])
    expect(usernameIn(ada.media)).toEqual(['first'])
    expect(room.state.peers.get(ada.self)?.ice.grant?.usernames).toEqual(['first'])
  })

  test('M6 who renews their media is asked to wait for nothing either', () => {
    const room = granting()
    const ada = room.welcomed('Ada')
    room.turn = 'silence'
    room.ask(ada.self, { name: 'renew-media', params: { generation: 1 } })
    expect(room.take('grant-ice')).toEqual([])
    room.settle()
    expect(room.told()).toMatchObject([
      { event: { event: 'media-started', media: { iceServers: [{ username: 'first' }] } } },
    ])
  })

  test('M6 half-way through, credentials are exchanged, and the person is told', () => {
    const room = granting()
    const ada = room.welcomed('Ada')
    expect(nextDue(room.state)).toBe(room.now + TURN_CREDENTIAL_TTL_MS / 2)
    room.now += TURN_CREDENTIAL_TTL_MS / 2
    room.input({ on: 'alarm' })
    room.turn = grantOf(room, 'second')
    room.answerTurn()
    expect(room.told()).toMatchObject([
      {
        audience: { only: ada.self },
        event: { event: 'ice-servers-changed', iceServers: [{ username: 'second' }] },
      },
    ])
    expect(nextDue(room.state)).toBe(room.now + TURN_CREDENTIAL_TTL_MS / 2)
  })

  test('M6 credentials that last for an odd time are due at a whole millisecond, as alarms are', () => {
    const room = new RoomBench()
    room.turn = { ...grantOf(room, 'first'), until: room.now + TURN_CREDENTIAL_TTL_MS + 1 }
    room.welcomed('Ada')
    expect(nextDue(room.state)).toBe(room.now + TURN_CREDENTIAL_TTL_MS / 2)
  })

  test('M6 an exchange that fails leaves people what they hold, for as long as it holds', () => {
    const room = granting()
    room.welcomed('Ada')
    room.turn = 'failure'
    room.now += TURN_CREDENTIAL_TTL_MS / 2
    room.input({ on: 'alarm' })
    room.answerTurn()
    expect(room.told()).toEqual([])
    room.now += TURN_CREDENTIAL_TTL_MS / 2
    room.input({ on: 'node-lost', node: lyon })
    room.settle()
    expect(room.told()).toMatchObject([
      { event: { event: 'media-lost' } },
      { event: { event: 'media-started', media: { iceServers: [] } } },
    ])
  })

  test('M6 a fixed list is never exchanged', () => {
    const room = new RoomBench()
    room.turn = { servers: [{ urls: ['turn:turn.example.org'] }], until: null, usernames: [] }
    room.welcomed('Ada')
    expect(nextDue(room.state)).toBeNull()
  })

  test('E1 an edge that restarts meanwhile asks again', () => {
    const room = granting()
    const ada = room.welcomed('Ada')
    room.now += TURN_CREDENTIAL_TTL_MS / 2
    room.input({ on: 'alarm' })
    room.take('grant-ice')
    room.input({ on: 'woke', connected: new Set([ada.self]) })
    expect(room.take('grant-ice')).toEqual([{ do: 'grant-ice', peer: ada.self }])
  })
})

describe('M7 taking back', () => {
  test('M7 who is removed keeps no credentials, neither the last nor those before', () => {
    const room = granting('ada')
    const ada = room.welcomed('Ada')
    room.turn = grantOf(room, 'ben')
    const ben = room.welcomed('Ben')
    room.now += TURN_CREDENTIAL_TTL_MS / 2
    room.turn = grantOf(room, 'again')
    room.input({ on: 'alarm' })
    room.answerTurn()
    room.take('tell')
    room.ask(ada.self, { name: 'remove-peer', params: { peer: ben.self } })
    expect(room.take('revoke-ice')).toEqual([{ do: 'revoke-ice', usernames: ['ben', 'again'] }])
  })

  test('M7 nor does who leaves; who is only cut off does', () => {
    const room = granting('ada')
    const ada = room.welcomed('Ada')
    room.input({ on: 'socket-closed', peer: ada.self, goingAway: false })
    expect(room.take('revoke-ice')).toEqual([])
    room.join('Ada', { resume: { token: ada.resumeToken, seq: ada.seq, media: 'kept' } })
    room.ask(ada.self, { name: 'leave', params: {} })
    expect(room.take('revoke-ice')).toEqual([{ do: 'revoke-ice', usernames: ['ada'] }])
  })
})
