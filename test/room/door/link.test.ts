import { describe, expect, test } from 'vitest'
import { DOOR_KEPT_MS, DOOR_TRIES_BURST, RESUME_GRACE_MS } from '../../../protocol/limits.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { restOfRoom } from '../../../worker/room/shell/storage/unreadable-room.ts'
import {
  address,
  browser,
  byLink,
  creatorKey,
  forget,
  leave,
  linkProof,
  meetByLink,
  proof,
  refusals,
} from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

const wrong = { ...byLink, linkProof: linkProof('w') }
const key = { creatorKey: creatorKey('k') }

const back = ({ resumeToken, seq }: Welcome, media: 'kept' | 'gone' = 'gone') => ({
  resume: { token: resumeToken, seq, media },
})

describe('an encrypted room', () => {
  test('D11 is what the first to come makes it, and is entered by its link alone', () => {
    const { room, ada, ben } = meetByLink()
    expect([ada.room.encrypted, ben.room.encrypted]).toEqual([true, true])
    room.join('Eve')
    room.join('Eve', wrong)
    expect(refusals(room)).toEqual(['link-required', 'wrong-link'])
    expect(room.state.peers.size).toBe(2)
    const plain = new RoomBench()
    expect(plain.welcomed('Ada').room.encrypted).toBe(false)
    plain.join('Ben', byLink)
    expect(refusals(plain)).toEqual(['not-encrypted'])
  })

  test('D11 keeps of the proof what checks it, and nothing that could be said in its place', () => {
    const { room } = meetByLink()
    expect(JSON.stringify(room.state)).not.toContain(byLink.linkProof)
    room.join('Eve', { ...byLink, linkProof: linkProof('x'), password: proof('r') })
    expect(refusals(room)).toEqual(['wrong-link'])
  })

  test.each([
    ['its creator', () => key],
    [
      'somebody in it, by a resume',
      ({ ben }: Pick<ReturnType<typeof meetByLink>, 'ben'>) => back(ben, 'kept'),
    ],
    [
      'somebody in it whose page was loaded again',
      ({ ben }: Pick<ReturnType<typeof meetByLink>, 'ben'>) => back(ben),
    ],
  ])('D11 lets %s back in with the link only, and nobody else notices', (_who, bring) => {
    const it = meetByLink()
    const { room, ben } = it
    room.join('Ben', bring(it))
    room.join('Ben', { ...bring(it), ...wrong })
    expect(refusals(room)).toEqual(['link-required', 'wrong-link'])
    expect(room.state.peers.get(ben.self)?.presence).toEqual({ is: 'here' })
    room.join('Ben', { ...bring(it), ...byLink })
    room.settle()
    expect(refusals(room)).toEqual([])
  })

  test('D11 R6 has nobody who was gone come back without the link', () => {
    const { room, ben } = meetByLink()
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false })
    room.now += RESUME_GRACE_MS
    room.input({ on: 'alarm' })
    room.join('Ben', back(ben))
    expect(refusals(room)).toEqual(['link-required'])
    expect(room.welcomed('Ben', { ...back(ben), ...byLink }).self).toBe(ben.self)
  })

  test('D11 asks for the link before the lobby, and again of whoever was let in', () => {
    const { room, ada } = meetByLink()
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
    room.join('Eve')
    expect(refusals(room)).toEqual(['link-required'])
    const { peer } = room.join('Cy', byLink)
    const [knock] = room.state.waiting.values()
    room.ask(ada.self, { name: 'admit', params: { knock: peer } })
    room.join('Eve', { ticket: knock?.ticket ?? 'none' } as object)
    room.join('Eve', { ticket: knock?.ticket ?? 'none', ...wrong } as object)
    expect(refusals(room)).toEqual(['link-required', 'wrong-link'])
    room.join('Cy', { ticket: knock?.ticket ?? 'none', ...byLink } as object)
    room.settle()
    expect(room.state.peers.has(peer)).toBe(true)
  })

  test('D11 D4 a wrong link is a try like a wrong password, and the right one needs none', () => {
    const { room, ada } = meetByLink()
    room.setPassword(ada.self, proof('p'))
    const eve = { browserId: browser('e') }
    const from = { address: address('a') }
    for (let i = 0; i < DOOR_TRIES_BURST; i += 1) room.join('Eve', { ...eve, ...wrong }, from)
    expect(new Set(refusals(room))).toEqual(new Set(['wrong-link']))
    room.join('Eve', { ...eve, ...wrong }, from)
    const [refused] = room.take('refuse')
    expect(refused?.error.code).toBe('too-many-tries')
    expect(refused?.error.retryAfterMs).toBeGreaterThan(0)
    room.join('Eve', { ...eve, ...byLink, password: proof('p') }, from)
    room.join('Eve', eve, from)
    expect(refusals(room)).toEqual(['too-many-tries', 'link-required'])
    room.setPassword(ada.self, null)
    room.welcomed('Eve', { ...eve, ...byLink }, from)
  })

  test('D11 D4 a wrong link at a kept door is counted by an address, and slows nobody else down', () => {
    const { room, ada, ben } = meetByLink()
    leave(room, ada, ben)
    forget(room)
    expect(room.state.head).toMatchObject({ addressKey: null, tries: [] })
    room.join('Eve', wrong, { address: address('e') })
    expect(refusals(room)).toEqual(['wrong-link'])
    const { addressKey, tries, crowd } = room.state.head
    expect({ addressKey, tries, crowd }).toEqual({
      addressKey: expect.any(String),
      tries: [{ address: address('e'), spent: 1, at: room.now }],
      crowd: [],
    })
  })

  test('D11 stays encrypted while anything of it is left, and is forgotten with it', () => {
    const room = new RoomBench()
    leave(room, room.welcomed('Ada', byLink))
    room.join('Eve')
    expect(refusals(room)).toEqual(['link-required'])
    forget(room)
    expect(room.welcomed('Eve').room.encrypted).toBe(false)
  })

  test('D11 a plain room stays plain while anything of it is left', () => {
    const room = new RoomBench()
    leave(room, room.welcomed('Ada'))
    room.join('Eve', byLink)
    expect(refusals(room)).toEqual(['not-encrypted'])
    forget(room)
    expect(room.welcomed('Eve', byLink).room.encrypted).toBe(true)
  })

  test('D11 D2 is kept with the door of its owner, whatever other moderators did, and no longer', () => {
    const { room, ada, ben } = meetByLink()
    room.ask(ada.self, { name: 'set-locked', params: { locked: true } })
    leave(room, ada, ben)
    forget(room)
    room.join('Ada', key)
    expect(refusals(room)).toEqual(['link-required'])
    expect(room.welcomed('Ada', { ...key, ...byLink }).room).toMatchObject({ encrypted: true, locked: true })
    leave(room, ...[...room.state.peers.keys()].map((self) => ({ ...ada, self })))
    forget(room)
    room.now += DOOR_KEPT_MS
    room.input({ on: 'alarm' })
    expect(room.welcomed('Eve').room.encrypted).toBe(false)
  })

  test.each([
    ['whose people may come back', (room: RoomBench) => [...room.state.peers.values()]],
    ['to which nobody comes back', () => []],
  ])('D11 is not opened by an edge of another version that cannot read the rest: %s', (_what, peers) => {
    const room = new RoomBench()
    room.welcomed('Ada', byLink)
    const stored = {
      head: [{ json: { ...room.state.head, placement: 'unknown' } }],
      peers: peers(room).map((json) => ({ json })),
    }
    const rest = new RoomBench()
    rest.state = restOfRoom(stored, rest.now)
    rest.join('Eve')
    expect(refusals(rest)).toEqual(['link-required'])
    expect(rest.welcomed('Ada', byLink).room.encrypted).toBe(true)
  })
})
