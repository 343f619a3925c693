import { describe, expect, test } from 'vitest'
import { RESUME_GRACE_MS } from '../../../protocol/limits.ts'
import { lyon, RoomBench } from '../room-bench.ts'

describe('an object that was loaded anew', () => {
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
