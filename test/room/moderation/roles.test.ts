import { describe, expect, test } from 'vitest'
import { RoomBench } from '../room-bench.ts'

describe('rights and roles', () => {
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
})
