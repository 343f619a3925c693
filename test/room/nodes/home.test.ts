import { describe, expect, test } from 'vitest'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { produceFrom } from '../produce-from.ts'
import { lyon, RoomBench } from '../room-bench.ts'

describe('a room without its node', () => {
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
    produceFrom(room, ada.self)
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
})
