import { describe, expect, test } from 'vitest'
import { creatorKey, forget, leave, linkProof, refusals, sealedName } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

const link = { linkProof: linkProof('r'), name: sealedName('a') }
const key = { creatorKey: creatorKey('k') }

/** Ada opened it with a key of her own; Ben is there. */
function encrypted() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada', { ...link, ...key })
  const ben = room.welcomed('Ben', link)
  room.take('tell')
  return { room, ada, ben }
}

const ask = (room: RoomBench, peer: ReturnType<RoomBench['welcomed']>, constantRate: boolean) =>
  room.ask(peer.self, { name: 'set-constant-rate', params: { constantRate } })

describe('K28 voices at a constant rate, as a room asks for them', () => {
  test('are told to all when they change, and to newcomers', () => {
    const { room, ada } = encrypted()
    expect(ada.room.constantRate).toBe(false)
    ask(room, ada, true)
    ask(room, ada, true)
    expect(room.told()).toMatchObject([
      {
        audience: { except: null },
        event: { event: 'room-settings-changed', room: { constantRate: true } },
      },
    ])
    expect(room.welcomed('Cy', link).room.constantRate).toBe(true)
    ask(room, ada, false)
    expect(room.told()).toMatchObject([{ event: { room: { constantRate: false } } }])
    expect(room.welcomed('Di', link).room.constantRate).toBe(false)
  })

  test('A1 are a moderator’s to ask for', () => {
    const { room, ben } = encrypted()
    ask(room, ben, true)
    expect(refusals(room)).toEqual(['not-allowed'])
    expect(room.told()).toEqual([])
  })

  test('are not to be had in a room that is not encrypted', () => {
    const room = new RoomBench()
    const [ada, ben] = [room.welcomed('Ada'), room.welcomed('Ben')]
    room.take('tell')
    ask(room, ada, true)
    ask(room, ben, true)
    expect(refusals(room)).toEqual(['not-encrypted', 'not-allowed'])
    expect(room.told()).toEqual([])
    expect(room.state.head.door.constantRate).toBe(false)
  })

  test('D2 are kept with the door as its owner left them, whatever others made of it', () => {
    const { room, ada, ben } = encrypted()
    ask(room, ada, true)
    room.ask(ada.self, { name: 'set-role', params: { peer: ben.self, role: 'moderator' } })
    ask(room, ben, false)
    expect(room.state.head.door.constantRate).toBe(false)
    leave(room, ada, ben)
    forget(room)
    expect(room.welcomed('Cy', link).room.constantRate).toBe(true)
  })

  test('L3 end with the meeting where nobody owns the room', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada', link)
    ask(room, ada, true)
    leave(room, ada)
    expect(room.welcomed('Ben', link).room).toMatchObject({ encrypted: true, constantRate: false })
  })
})
