import { describe, expect, test } from 'vitest'
import { RESUME_GRACE_MS } from '../../../protocol/limits.ts'
import type { GroupDescription } from '../../../protocol/page-edge/group.ts'
import type { PageParams, Welcome } from '../../../protocol/page-edge/requests.ts'
import { sealedAs } from '../../support/sealed-samples.ts'
import { forget, leave, linkProof, refusals, sealedName } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

const link = { linkProof: linkProof('r') }
const ABSENT = { is: 'stale', group: null }

/** Ada opened an encrypted room, Ben and Cy are there. */
function encrypted() {
  const room = new RoomBench()
  const [ada, ben, cy] = ['a', 'b', 'c'].map((letter) =>
    room.welcomed(letter, { ...link, name: sealedName(letter) }),
  )
  if (!ada || !ben || !cy) throw new Error('three came')
  room.takeAll()
  return { room, ada, ben, cy }
}

const change = (epoch: number, letter = 'x'): PageParams<'commit'> => ({
  epoch,
  commit: epoch === 1 ? null : sealedAs(letter),
  info: sealedAs(`${letter}${epoch}`),
})

const standsAs = ({ epoch, info }: PageParams<'commit'>): GroupDescription => ({ epoch, info })

/** What that person is answered. */
function offer(room: RoomBench, { self }: Welcome, params: PageParams<'commit'>): unknown {
  const request = room.ask(self, { name: 'commit', params })
  return room.takeAll().find((effect) => effect.do === 'answer' && effect.request === request)
}

const taken = { result: { is: 'taken' } }

describe('K30 the room', () => {
  test('takes one change for each epoch, and tells the others how the group stands', () => {
    const { room, ada, ben } = encrypted()
    expect(offer(room, ada, change(1))).toMatchObject(taken)
    const stale = { result: { is: 'stale', group: standsAs(change(1)) } }
    expect(offer(room, ben, change(1, 'y'))).toMatchObject(stale)
    expect(offer(room, ben, change(3))).toMatchObject(stale)
    expect(offer(room, ben, change(2))).toMatchObject(taken)
    expect(offer(room, ada, { ...change(3), commit: null })).toMatchObject(taken)
    expect(room.state.group).toEqual(standsAs(change(3)))
  })

  test('has none before it was founded, by the epoch after none', () => {
    const { room, ada, ben } = encrypted()
    expect([ada.group, ben.group]).toEqual([null, null])
    expect(offer(room, ada, change(2))).toMatchObject({ result: ABSENT })
    room.ask(ben.self, { name: 'describe-group', params: {} })
    expect(room.take('answer')).toMatchObject([{ peer: ben.self, result: { group: null } }])
  })

  test('answers with the group as it stands, to newcomers with their welcome', () => {
    const { room, ada, ben } = encrypted()
    offer(room, ada, change(1))
    room.ask(ben.self, { name: 'describe-group', params: {} })
    expect(room.take('answer')).toMatchObject([{ result: { group: standsAs(change(1)) } }])
    expect(room.welcomed('d', { ...link, name: sealedName('d') }).group).toEqual(standsAs(change(1)))
  })

  test('takes a change again that comes again, though nobody hears of it twice', () => {
    const { room, ada, ben } = encrypted()
    offer(room, ada, change(1))
    const request = room.ask(ada.self, { name: 'commit', params: change(1) })
    expect(room.takeAll()).toEqual([{ do: 'answer', peer: ada.self, request, result: { is: 'taken' } }])
    expect(offer(room, ben, change(2))).toMatchObject(taken)
    expect(offer(room, ada, change(1))).toMatchObject({ result: { is: 'stale' } })
  })

  test('has no group where it is plain, and none for who is not in', () => {
    const plain = new RoomBench()
    const ada = plain.welcomed('Ada')
    plain.ask(ada.self, { name: 'commit', params: change(1) })
    plain.ask(ada.self, { name: 'describe-group', params: {} })
    expect(refusals(plain)).toEqual(['bad-message', 'bad-message'])
    expect([ada.group, plain.state.group]).toEqual([null, null])
    const { room, ada: first, ben } = encrypted()
    leave(room, ben)
    room.ask(first.self, { name: 'set-lobby', params: { lobby: true } })
    const { peer } = room.join('e', { ...link, name: sealedName('e') })
    for (const who of [ben.self, peer]) {
      room.ask(who, { name: 'commit', params: change(1) })
      room.ask(who, { name: 'describe-group', params: {} })
    }
    expect(refusals(room)).toEqual(['not-joined', 'not-joined', 'not-joined', 'not-joined'])
    expect(room.state.group).toBeNull()
  })

  test('keeps it for who is cut off, and forgets it with the last who left', () => {
    const { room, ada, ben, cy } = encrypted()
    offer(room, ada, change(1))
    leave(room, ada, ben)
    room.input({ on: 'socket-closed', peer: cy.self, goingAway: false })
    expect(room.state.group).toEqual(standsAs(change(1)))
    room.now += RESUME_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.state.group).toBeNull()
    const back = { ...link, name: sealedName('c'), resume: { token: cy.resumeToken, seq: cy.seq } }
    const again = room.welcomed('c', { ...back, resume: { ...back.resume, media: 'kept' } })
    expect(again).toMatchObject({ self: cy.self, group: null })
    expect(offer(room, again, change(1, 'z'))).toMatchObject(taken)
    leave(room, again)
    forget(room)
    expect(room.state.group).toBeNull()
  })
})

describe('K31 the others', () => {
  test('are told of a change in the order of events, and who made it is not', () => {
    const { room, ada, ben } = encrypted()
    room.ask(ada.self, { name: 'commit', params: change(1) })
    room.ask(ben.self, { name: 'commit', params: change(2) })
    room.ask(ada.self, { name: 'commit', params: change(2, 'y') })
    expect(room.told()).toEqual([
      { audience: { except: ada.self }, event: { event: 'group-changed', epoch: 1, commit: null } },
      { audience: { except: ben.self }, event: { event: 'group-changed', epoch: 2, commit: sealedAs('x') } },
    ])
  })

  test('A6 are told of somebody who was put out that they were, and of nobody else', () => {
    const { room, ada, ben, cy } = encrypted()
    room.ask(ada.self, { name: 'remove-peer', params: { peer: ben.self } })
    room.ask(cy.self, { name: 'leave', params: {} })
    expect(room.told().map(({ event }) => event)).toEqual([
      { event: 'peer-left', peer: ben.self, removed: true },
      { event: 'peer-left', peer: cy.self },
    ])
  })
})
