import { describe, expect, test } from 'vitest'
import { EMPTY_ROOM_GRACE_MS } from '../../../protocol/limits.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { lyon, RoomBench } from '../room-bench.ts'

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
