import { describe, expect, test } from 'vitest'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { browser, creatorKey, forget, leave } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

const key = creatorKey('k')

describe('a name', () => {
  /** A room that Ada opened with a key and locked, and has left after `meet`. */
  function takenBy(meet: (room: RoomBench, ada: Welcome) => void, keepsNames = true): RoomBench {
    const room = new RoomBench()
    room.keepsNames = keepsNames
    const ada = room.welcomed('Ada', { creatorKey: key, browserId: browser('a') })
    meet(room, ada)
    room.settle()
    room.ask(ada.self, { name: 'set-locked', params: { locked: true } })
    leave(room, ada)
    forget(room)
    // Whoever was cut off leaves only now.
    forget(room)
    return room
  }

  const isKept = ({ state }: RoomBench): boolean => state.head.door.owner !== null

  test('D10 is kept where two people met, and its address is not told to the room', () => {
    const room = takenBy((hall) => leave(hall, hall.welcomed('Ben', { browserId: browser('b') })))
    expect(isKept(room)).toBe(true)
    expect(JSON.stringify(room.state.head)).not.toContain(room.ownersMark)
  })

  test.each<[string, (room: RoomBench, ada: Welcome) => void]>([
    ['nobody came', () => {}],
    [
      'the other one was the same browser',
      (room) => leave(room, room.welcomed('Ada too', { browserId: browser('a') })),
    ],
    [
      'they were never there at the same time',
      (room, ada) => {
        room.input({ on: 'socket-closed', peer: ada.self, goingAway: false })
        leave(room, room.welcomed('Ben'))
      },
    ],
  ])('D10 is nobody’s a minute after everybody has left, where %s', (_what, meet) => {
    const room = takenBy(meet)
    expect(isKept(room)).toBe(false)
    expect(room.take('erase')).toEqual([{ do: 'erase', keepDoor: false }])
    room.welcomed('Eve')
  })

  test('D10 is not kept for an address that has taken too many', () => {
    const meet = (room: RoomBench): void => leave(room, room.welcomed('Ben'))
    expect(isKept(takenBy(meet, false))).toBe(false)
  })

  test('D10 is asked for once, also where the directory answers late or the edge restarts', () => {
    const room = new RoomBench()
    room.join('Ada', { creatorKey: key })
    const [asked] = room.take('mark-owner')
    expect(asked).toBeDefined()
    room.forgetKeeping()
    room.settle()
    const ben = room.welcomed('Ben')
    expect(room.take('keep-name')).toEqual([])
    room.input({ on: 'owner-marked', mark: room.ownersMark })
    expect(room.take('keep-name')).toEqual([{ do: 'keep-name', mark: room.ownersMark }])
    room.forgetKeeping()
    room.input({ on: 'woke', connected: new Set(room.state.peers.keys()) })
    room.settle()
    expect(room.state.head.keeping).toEqual({ is: 'kept' })
    leave(room, ben)
    room.welcomed('Ben')
    expect(room.take('keep-name')).toEqual([])
  })
})
