import { describe, expect, test } from 'vitest'
import { newPeerId, type PeerId } from '../../../protocol/ids.ts'
import {
  CUT_OFF_AFTER_MS,
  CUT_OFF_AGAIN_MS,
  RESUME_GRACE_MS,
  VANISHED_AFTER_MS,
  VANISHED_GRACE_MIN_MS,
} from '../../../protocol/limits.ts'
import { transportId } from '../../../worker/room/core/queries.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { paris } from '../paris.ts'
import { lyon, RoomBench } from '../room-bench.ts'

function meeting() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada')
  const ben = room.welcomed('Ben')
  room.takeAll()
  const receive = (peer: PeerId, generation = 1) => transportId({ id: peer, generation }, 'receive')
  const hears = (heard: boolean, peer = ben.self, node = lyon) =>
    room.input({ on: 'pages-heard', node, pages: [{ transport: receive(peer), heard }] })
  return { room, ada, ben, hears, receive }
}

const marked = (peer: PeerId, cutOff: boolean) => ({
  audience: { except: null },
  event: { event: 'cut-off-changed', peers: [peer], cutOff },
})

describe('R8 somebody of whom a node hears nothing', () => {
  test('is marked at once, and no longer when something is heard', () => {
    const { room, ben, hears } = meeting()
    hears(false)
    expect(room.told()).toEqual([marked(ben.self, true)])
    hears(false)
    expect(room.told()).toEqual([])
    hears(true)
    expect(room.told()).toEqual([marked(ben.self, false)])
  })

  test('has their socket looked after', () => {
    const { room, ben, hears } = meeting()
    hears(false)
    expect(room.take('check-socket')).toEqual([{ do: 'check-socket', peer: ben.self }])
  })

  test('is known as such to whoever comes then', () => {
    const { room, ada, ben, hears } = meeting()
    hears(false)
    const { peers } = room.welcomed('Cy')
    expect(peers.filter(({ cutOff }) => cutOff).map(({ id }) => id)).toEqual([ben.self])
    expect(peers.find(({ id }) => id === ada.self)).not.toHaveProperty('cutOff')
  })

  test('is not marked by a node that does not carry them, nor for a session that is over', () => {
    const { room, ben, hears, receive } = meeting()
    hears(false, ben.self, paris)
    hears(false, newPeerId())
    room.ask(ben.self, { name: 'renew-media', params: { generation: 1 } })
    room.settle()
    room.takeAll()
    hears(false)
    expect(room.told()).toEqual([])
    room.input({ on: 'pages-heard', node: lyon, pages: [{ transport: receive(ben.self, 2), heard: false }] })
    expect(room.told()).toEqual([marked(ben.self, true)])
    room.ask(ben.self, { name: 'renew-media', params: { generation: 2 } })
    room.settle()
    expect(room.told()).toContainEqual(marked(ben.self, false))
  })

  test('is marked now and then where a node says one thing and the other all the time', () => {
    const { room, ben, hears } = meeting()
    for (let i = 0; i < 1_000; i += 1) hears(i % 2 === 1)
    expect(room.told()).toEqual([marked(ben.self, true), marked(ben.self, false)])
    hears(false)
    expect(nextDue(room.state)).toBe(room.now + CUT_OFF_AGAIN_MS)
    room.now += CUT_OFF_AGAIN_MS
    room.input({ on: 'alarm' })
    expect(room.told()).toEqual([marked(ben.self, true)])
    expect(nextDue(room.state)).toBeNull()
  })

  test('costs the others one event, however many vanish at once', () => {
    const { room, ada, ben, receive } = meeting()
    const pages = [ada, ben].map(({ self }) => ({ transport: receive(self), heard: false }))
    room.input({ on: 'pages-heard', node: lyon, pages })
    expect(room.told()).toEqual([
      {
        ...marked(ada.self, true),
        event: { event: 'cut-off-changed', peers: [ada.self, ben.self], cutOff: true },
      },
    ])
  })
})

describe('R8 somebody without a node', () => {
  function lonely() {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben', { rtpCapabilities: null })
    room.takeAll()
    return { room, ada, ben }
  }

  test('is marked when their socket has been away for a while, and no longer when they are back', () => {
    const { room, ben } = lonely()
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false })
    expect(nextDue(room.state)).toBe(room.now + CUT_OFF_AFTER_MS)
    room.now += CUT_OFF_AFTER_MS
    room.input({ on: 'alarm' })
    expect(room.told()).toEqual([marked(ben.self, true)])
    const resume = { token: ben.resumeToken, seq: ben.seq, media: 'kept' } as const
    room.join('Ben', { resume, rtpCapabilities: null })
    expect(room.told()).toEqual([marked(ben.self, false)])
  })

  test('is marked at once when their socket was silent', () => {
    const { room, ben } = lonely()
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false, heardAt: room.now - 30_000 })
    expect(room.told()).toEqual([marked(ben.self, true)])
  })
})

describe('R2 R8 who vanished has left within a minute of the last sign of life', () => {
  test.each([
    [5_000, VANISHED_AFTER_MS - 5_000],
    [30_000, VANISHED_AFTER_MS - 30_000],
    [200_000, VANISHED_GRACE_MIN_MS],
  ])('noticed after %i ms, after %i more', (silentMs, moreMs) => {
    const { room, ben } = meeting()
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false, heardAt: room.now - silentMs })
    expect(room.state.peers.get(ben.self)?.presence).toMatchObject({ until: room.now + moreMs })
  })

  test('a socket that only closes is waited for as ever', () => {
    const { room, ben } = meeting()
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false })
    expect(nextDue(room.state)).toBe(room.now + RESUME_GRACE_MS)
  })
})
