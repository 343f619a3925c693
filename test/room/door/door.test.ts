import { describe, expect, test } from 'vitest'
import {
  DOOR_KEPT_MS,
  DOOR_TRIES_BURST,
  DOOR_TRIES_PER_SECOND,
  EMPTY_ROOM_GRACE_MS,
} from '../../../protocol/limits.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { emptyRoom } from '../../../worker/room/core/state.ts'
import { restOfRoom } from '../../../worker/room/shell/storage/unreadable-room.ts'
import { address, creatorKey, forget, knockAt, leave, proof, refusals } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

const key = creatorKey('k')

/** Ada opened the room with a key, and has met somebody there; it has what `door` says. */
function owned(door: { password?: boolean; locked?: boolean; lobby?: boolean } = {}) {
  const room = new RoomBench()
  const ada = room.welcomed('Ada', { creatorKey: key })
  leave(room, room.welcomed('Guest'))
  if (door.password) room.setPassword(ada.self, proof('p'))
  if (door.locked) room.ask(ada.self, { name: 'set-locked', params: { locked: true } })
  if (door.lobby) room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
  room.take('answer')
  return { room, ada }
}

const roleIn = ({ self, peers }: Welcome) => peers.find(({ id }) => id === self)?.role

describe('the creator', () => {
  test('D1 D2 comes back as moderator, past lock, lobby and password, also after the room was erased', () => {
    const { room, ada } = owned({ password: true, locked: true, lobby: true })
    leave(room, ada)
    forget(room)
    const again = room.welcomed('Ada', { creatorKey: key })
    expect(roleIn(again)).toBe('moderator')
    expect(again.room).toMatchObject({ locked: true, lobby: true, password: true })
  })

  test('D1 moderates beside whoever does meanwhile', () => {
    const { room, ada } = owned()
    const ben = room.welcomed('Ben')
    leave(room, ada)
    const again = room.welcomed('Ada', { creatorKey: key })
    expect(again.peers.map(({ name, role, creator }) => [name, role, creator])).toEqual([
      ['Ben', 'moderator', false],
      ['Ada', 'moderator', true],
    ])
    room.ask(ben.self, { name: 'remove-peer', params: { peer: again.self } })
    room.ask(ben.self, { name: 'set-role', params: { peer: again.self, role: 'participant' } })
    expect(refusals(room)).toEqual(['not-allowed', 'not-allowed'])
    expect(room.state.peers.get(again.self)?.role).toBe('moderator')
  })

  test('D1 is not whoever brings another’s key, nor whoever brings one to a room that is open already', () => {
    const { room } = owned({ locked: true })
    room.join('Eve', { creatorKey: creatorKey('e') })
    expect(refusals(room)).toEqual(['room-locked'])
    const unowned = new RoomBench()
    unowned.welcomed('Ada')
    expect(roleIn(unowned.welcomed('Eve', { creatorKey: creatorKey('e') }))).toBe('participant')
    expect(unowned.state.head.door.owner).toBeNull()
  })

  test('D1 only the hash of the key is kept', () => {
    const { room } = owned({ password: true })
    expect(JSON.stringify(room.state.head)).not.toContain(key)
    expect(JSON.stringify(room.state.head)).not.toContain(proof('p'))
  })
})

describe('a door with an owner', () => {
  test('D2 is passed neither by arriving early nor after the rest was erased', () => {
    const { room, ada } = owned({ locked: true })
    leave(room, ada)
    room.join('Eve')
    forget(room)
    room.join('Eve')
    expect(refusals(room)).toEqual(['room-locked', 'room-locked'])
    expect(room.state.peers.size).toBe(0)
  })

  test('D2 is kept for a month, and what people said and did is not', () => {
    const { room, ada } = owned({ locked: true })
    leave(room, ada)
    room.take('tell')
    room.now += EMPTY_ROOM_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.take('erase')).toEqual([{ do: 'erase', keepDoor: true }])
    expect(room.state.head).toMatchObject({ seq: 0, lastMessageId: 0, removed: [], door: { locked: true } })
    expect(nextDue(room.state)).toBe(room.now + DOOR_KEPT_MS)
    room.now += DOOR_KEPT_MS
    room.input({ on: 'alarm' })
    expect(room.take('erase')).toEqual([{ do: 'erase', keepDoor: false }])
    expect(room.state).toEqual(emptyRoom)
  })

  test('D2 of who guesses or knocks while nobody is there nothing stays, and the door is kept no longer for it', () => {
    const { room, ada } = owned({ password: true, lobby: true })
    leave(room, ada)
    forget(room)
    const keptUntil = room.state.head.doorUntil
    const alone = room.state.head
    room.take('erase')
    for (let i = 0; i < DOOR_TRIES_BURST; i += 1) {
      room.join('Eve', { password: proof('e') }, { address: address('e') })
    }
    const knock = knockAt(room, 'Ben', { password: proof('p') }, { address: address('b') })
    room.input({ on: 'socket-closed', peer: knock.id, goingAway: false })
    // As long as a guess counts, it is known of whom.
    const countedMs = (DOOR_TRIES_BURST / DOOR_TRIES_PER_SECOND) * 1_000
    room.now += countedMs - 1
    room.input({ on: 'alarm' })
    expect(room.take('erase')).toEqual([])
    expect(room.state.head.tries).toHaveLength(1)
    room.now = nextDue(room.state) ?? 0
    room.input({ on: 'alarm' })
    expect(room.take('erase')).toEqual([{ do: 'erase', keepDoor: true }])
    expect(room.state.head).toEqual(alone)
    expect(JSON.stringify([room.state.head, ...room.state.waiting])).not.toMatch(/eeee|bbbb|Ben/)
    expect(nextDue(room.state)).toBe(keptUntil)
  })

  test('D2 lasts while people come and go', () => {
    const { room, ada } = owned()
    leave(room, ada)
    forget(room)
    leave(room, room.welcomed('Ben'))
    room.now += DOOR_KEPT_MS
    room.input({ on: 'alarm' })
    expect(room.state.head.door.owner).not.toBeNull()
  })

  test('L3 D2 without an owner it opens when the last one leaves', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.setPassword(ada.self, proof('p'))
    leave(room, ada)
    expect(room.state.head.door).toEqual(emptyRoom.head.door)
  })
})

describe('what a moderator who is not the owner makes of the door', () => {
  /** Ada owns an open room and has left it; Ben came then, and moderates. */
  function borrowed() {
    const { room, ada } = owned()
    leave(room, ada)
    const ben = room.welcomed('Ben')
    expect(roleIn(ben)).toBe('moderator')
    return { room, ben }
  }

  test('D2 ends with the meeting: no password of a stranger keeps anybody out', () => {
    const { room, ben } = borrowed()
    room.setPassword(ben.self, proof('x'))
    room.ask(ben.self, { name: 'set-locked', params: { locked: true } })
    room.join('Cy')
    expect(refusals(room)).toEqual(['password-required'])
    leave(room, ben)
    expect(room.welcomed('Cy').room).toMatchObject({ locked: false, password: false })
  })

  test('D2 ends with it for whoever waits, too: they come in', () => {
    const { room, ben } = borrowed()
    room.ask(ben.self, { name: 'set-lobby', params: { lobby: true } })
    const { peer } = room.join('Cy')
    leave(room, ben)
    expect(room.state.waiting.get(peer)?.presence).toMatchObject({ is: 'admitted' })
  })

  test('D2 ends where the owner closed it before, though a moderator opened it', () => {
    const { room, ada } = owned()
    const ben = room.welcomed('Ben')
    room.setPassword(ada.self, proof('p'))
    room.ask(ada.self, { name: 'set-locked', params: { locked: true } })
    room.ask(ada.self, { name: 'set-role', params: { peer: ben.self, role: 'moderator' } })
    room.ask(ben.self, { name: 'set-locked', params: { locked: false } })
    room.setPassword(ben.self, null)
    expect(room.state.head.door).toMatchObject({ locked: false, password: null })
    leave(room, ada, ben)
    forget(room)
    room.join('Eve')
    expect(refusals(room)).toEqual(['password-required'])
    expect(room.state.head.door).toMatchObject({ locked: true })
  })

  test('D2 is not what is left of a room that cannot be read', () => {
    const { room, ben } = borrowed()
    room.setPassword(ben.self, proof('x'))
    const { head } = restOfRoom({ head: [{ json: room.state.head }] }, room.now)
    expect(head.door).toMatchObject({ password: null, owner: expect.any(String) })
  })
})

describe('the password', () => {
  test('D3 is asked for, and lets in whoever knows it', () => {
    const { room } = owned({ password: true })
    room.join('Ben')
    room.join('Ben', { password: proof('x') })
    expect(refusals(room)).toEqual(['password-required', 'wrong-password'])
    expect(room.welcomed('Ben', { password: proof('p') }).room.password).toBe(true)
  })

  test('D3 comes before anything is told of the room: not even that it is locked', () => {
    const { room } = owned({ password: true, locked: true })
    room.join('Eve')
    room.join('Eve', { password: proof('x') })
    expect(refusals(room)).toEqual(['password-required', 'wrong-password'])
  })

  test('D3 the proof of a former password is worth nothing', () => {
    const { room, ada } = owned({ password: true })
    room.setPassword(ada.self, proof('q'))
    room.join('Eve', { password: proof('p') })
    expect(refusals(room)).toEqual(['wrong-password'])
  })

  test('D3 is not asked of those inside who resume', () => {
    const { room, ada } = owned()
    const ben = room.welcomed('Ben')
    room.setPassword(ada.self, proof('p'))
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false })
    room.join('Ben', { resume: { token: ben.resumeToken, seq: ben.seq, media: 'kept' } })
    expect(room.take('replay')).toMatchObject([{ peer: ben.self }])
  })

  test('D3 everybody is told that there is one, and nobody which', () => {
    const { room, ada } = owned()
    room.setPassword(ada.self, proof('p'))
    const told = room.told()
    expect(told).toMatchObject([{ audience: { except: null }, event: { room: { password: true } } }])
    expect(JSON.stringify(told)).not.toContain(proof('p'))
    room.setPassword(ada.self, null)
    expect(room.told()).toMatchObject([{ event: { room: { password: false } } }])
  })

  test('D3 A1 is set by moderators', () => {
    const { room } = owned()
    const ben = room.welcomed('Ben')
    room.setPassword(ben.self, proof('p'))
    expect(refusals(room)).toEqual(['not-allowed'])
    expect(room.state.head.door.password).toBeNull()
  })

  test('D4 a flood of wrong ones: even the right one has to wait, but not for those at other addresses', () => {
    const { room } = owned({ password: true })
    const from = (letter: string) => ({ address: address(letter) })
    for (let i = 0; i <= DOOR_TRIES_BURST; i += 1) room.join('Eve', { password: proof('x') }, from('e'))
    room.join('Eve', { password: proof('p') }, from('e'))
    expect(refusals(room).slice(-2)).toEqual(['too-many-tries', 'too-many-tries'])
    room.welcomed('Ben', { password: proof('p') }, from('b'))
    room.now += 1_000 / DOOR_TRIES_PER_SECOND
    room.join('Eve', { password: proof('x') }, from('e'))
    room.join('Eve', { password: proof('x') }, from('e'))
    expect(refusals(room)).toEqual(['wrong-password', 'too-many-tries'])
  })
})
