import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ProducerId } from '../../../protocol/ids.ts'
import {
  fold,
  INITIAL_STATE,
  type Input,
  type LocalFact,
  type RoomState,
} from '../../../web/core/room-state/room-state.ts'
import { consumer, event, OPEN_ROOM, peer, producer, session, welcome } from './room-samples.ts'

const stateAfter = (...inputs: Input[]): RoomState => inputs.reduce(fold, INITIAL_STATE)
const welcomed = (...args: Parameters<typeof welcome>): Input => ({
  kind: 'welcome',
  welcome: welcome(...args),
})
const happened = (data: object): Input => ({ kind: 'event', event: event(data) })
const local = (fact: LocalFact): Input => ({ kind: 'local', ...fact })
const names = ({ peers }: RoomState) => peers.map(({ name }) => name)
const VOICE = v.parse(ProducerId, 'voice---')
const bob = peer('bob', [producer('voice', 'microphone'), producer('face', 'camera')])

describe('a welcome', () => {
  test('is the whole room', () => {
    const state = stateAfter(welcomed([bob], { room: { ...OPEN_ROOM, locked: true }, media: session(1) }))
    expect(state).toMatchObject({
      connection: 'connected',
      self: 'ada-----',
      settings: { locked: true },
      carried: true,
    })
    expect(names(state)).toEqual(['bob', 'ada'])
  })

  test('replaces all that was known of the room before', () => {
    const state = stateAfter(
      welcomed([bob], { room: { ...OPEN_ROOM, locked: true } }),
      welcomed([peer('eve')], { self: 'new-ada-' }),
    )
    expect(names(state)).toEqual(['eve', 'ada'])
    expect(state).toMatchObject({ settings: { locked: false }, self: 'new-ada-' })
  })

  test('without media waits for a node', () => {
    expect(stateAfter(welcomed()).carried).toBe(false)
  })
})

describe('each event', () => {
  const producersOfBob = (state: RoomState) => state.peers.find(({ name }) => name === 'bob')?.producers

  test.each([
    ['peer-joined', { peer: peer('eve') }, ['bob', 'ada', 'eve']],
    ['peer-joined', { peer: bob }, ['ada', 'bob']],
    ['peer-left', { peer: bob.id }, ['ada']],
    ['peer-left', { peer: 'stranger' }, ['bob', 'ada']],
  ])('%s: who is there', (name, data, expected) => {
    expect(names(stateAfter(welcomed([bob]), happened({ event: name, ...data })))).toEqual(expected)
  })

  test.each([
    [
      'producer-added',
      { producer: producer('screen', 'screen'), consumer: null },
      ['voice---', 'face----', 'screen--'],
    ],
    [
      'producer-added',
      { producer: producer('screen', 'screen'), consumer: consumer('c1', 'bob', 'screen', 'video') },
      ['voice---', 'face----', 'screen--'],
    ],
    ['producer-removed', { producer: 'face----' }, ['voice---']],
    ['producer-removed', { producer: 'nothing-' }, ['voice---', 'face----']],
  ])('%s: what somebody sends', (name, data, expected) => {
    const state = stateAfter(welcomed([bob]), happened({ event: name, peer: bob.id, ...data }))
    expect(producersOfBob(state)?.map(({ id }) => id)).toEqual(expected)
  })

  test('producer-changed mutes one producer of one person', () => {
    const state = stateAfter(
      welcomed([bob]),
      happened({ event: 'producer-changed', peer: bob.id, producer: 'voice---', paused: true }),
    )
    expect(producersOfBob(state)?.map(({ paused }) => paused)).toEqual([true, false])
  })

  test('A7 peer-renamed', () => {
    const state = stateAfter(
      welcomed([bob, peer('cy')]),
      happened({ event: 'peer-renamed', peer: bob.id, name: 'Robert' }),
    )
    expect(state.peers.map(({ name }) => name)).toEqual(['Robert', 'cy', 'ada'])
  })

  test('peer-role-changed', () => {
    const state = stateAfter(
      welcomed([bob]),
      happened({ event: 'peer-role-changed', peer: bob.id, role: 'moderator' }),
    )
    expect(state.peers[0]).toMatchObject({ name: 'bob', role: 'moderator' })
  })

  test('room-settings-changed', () => {
    expect(
      stateAfter(
        welcomed(),
        happened({ event: 'room-settings-changed', room: { ...OPEN_ROOM, locked: true } }),
      ).settings.locked,
    ).toBe(true)
  })

  test('D5 who waits is known until it is over, and a fresh welcome says it anew', () => {
    const knock = (id: string) => ({ id: peer(id).id, name: peer(id).name, at: 1 })
    const [cy, dan] = [knock('cy'), knock('dan')]
    const knocked = stateAfter(
      welcomed([bob], { knocks: [cy] }),
      happened({ event: 'knocked', knock: dan }),
      happened({ event: 'knocked', knock: cy }),
    )
    expect(knocked.knocks).toEqual([dan, cy])
    const over = fold(knocked, happened({ event: 'knock-ended', knock: dan.id }))
    expect(over.knocks).toEqual([cy])
    expect(fold(over, welcomed([bob])).knocks).toEqual([])
  })

  test('media-lost: everybody stays, and nobody sends if nothing comes again', () => {
    const lost = stateAfter(
      welcomed([bob], { media: session(1) }),
      happened({ event: 'media-lost', peers: [peer('ada').id, bob.id] }),
    )
    expect(lost.carried).toBe(false)
    expect(names(lost)).toEqual(['bob', 'ada'])
    expect(producersOfBob(lost)).toEqual(bob.producers)
    expect(producersOfBob(fold(lost, local({ fact: 'loss-over' })))).toEqual([])
  })

  test('media-lost of others: they alone send nothing in the end, and we are carried still', () => {
    const eve = peer('eve', [producer('song', 'microphone')])
    const state = stateAfter(
      welcomed([bob, eve], { media: session(1) }),
      happened({ event: 'media-lost', peers: [bob.id] }),
      local({ fact: 'loss-over' }),
    )
    expect(state.carried).toBe(true)
    expect(state.peers).toMatchObject([{ producers: [] }, { producers: eve.producers }, {}])
  })

  test('after media-lost, what comes again takes the place of what is gone, and what does not goes', () => {
    const added = { event: 'producer-added', peer: bob.id, consumer: null }
    const back = stateAfter(
      welcomed([bob], { media: session(1) }),
      happened({ event: 'media-lost', peers: [bob.id] }),
      happened({ ...added, producer: producer('voice2', 'microphone', true) }),
    )
    const ids = (state: RoomState) => producersOfBob(state)?.map(({ id }) => id)
    expect(ids(back)).toEqual(['face----', 'voice2--'])
    expect(ids(fold(back, local({ fact: 'loss-over' })))).toEqual(['voice2--'])
    expect(ids(fold(back, welcomed([bob])))).toEqual(['voice---', 'face----'])
  })

  test('media-started after media-lost: carried again', () => {
    const state = stateAfter(
      welcomed([bob], { media: session(1) }),
      happened({ event: 'media-lost', peers: [peer('ada').id, bob.id] }),
      happened({ event: 'media-started', media: session(2) }),
    )
    expect(state.carried).toBe(true)
  })

  test('S7 by whom we are carried follows the session: welcome, loss, the next one, a move', () => {
    const by = (name: string) => ({ carriedBy: { name, link: null } })
    const inputs = [
      welcomed([bob], { media: { ...session(1), ...by('Lyon') } }),
      happened({ event: 'media-lost', peers: [bob.id] }),
      happened({ event: 'media-lost', peers: [peer('ada').id] }),
      happened({ event: 'media-started', media: { ...session(2), ...by('Paris') } }),
      happened({ event: 'migration-started', media: { ...session(3), ...by('Lille') } }),
      happened({ event: 'media-started', media: session(4) }),
    ]
    const names = inputs.map((_, i) => stateAfter(...inputs.slice(0, i + 1)).carriedBy?.name)
    expect(names).toEqual(['Lyon', 'Lyon', undefined, 'Paris', 'Lille', undefined])
  })

  test.each([
    { event: 'peer-left', peer: 'stranger' },
    { event: 'peer-role-changed', peer: 'stranger', role: 'moderator' },
    { event: 'producer-added', peer: 'stranger', producer: producer('p', 'camera'), consumer: null },
    { event: 'producer-changed', peer: 'stranger', producer: 'voice---', paused: true },
    { event: 'producer-removed', peer: 'stranger', producer: 'voice---' },
  ])('$event about a stranger changes nothing', (data) => {
    const before = stateAfter(welcomed([bob]))
    expect(fold(before, happened(data))).toBe(before)
  })
})

describe('what happens on our side', () => {
  test.each<[LocalFact, Partial<RoomState>]>([
    [{ fact: 'socket-cut' }, { connection: 'reconnecting' }],
    [{ fact: 'socket-resumed' }, { connection: 'connected' }],
    [
      { fact: 'refused', code: 'replaced' },
      { connection: 'refused', refusal: 'replaced' },
    ],
    [{ fact: 'left' }, { connection: 'left' }],
    [{ fact: 'webrtc-missing' }, { webrtc: false }],
    [
      { fact: 'link-changed', link: 'connecting' },
      { link: 'connecting', flowed: false },
    ],
    [
      { fact: 'link-changed', link: 'connected' },
      { link: 'connected', flowed: true },
    ],
    [{ fact: 'speakers-changed', speakers: new Set([VOICE]) }, { speakers: new Set([VOICE]) }],
  ])('$fact', (fact, expected) => {
    expect(stateAfter(welcomed([bob]), local(fact))).toMatchObject({ ...expected, peers: expect.any(Array) })
  })

  test('that media flowed once is not forgotten when it stops', () => {
    const state = stateAfter(
      local({ fact: 'link-changed', link: 'connected' }),
      local({ fact: 'link-changed', link: 'broken' }),
    )
    expect(state).toMatchObject({ link: 'broken', flowed: true })
  })

  test('a refusal is not undone by leaving', () => {
    const state = stateAfter(local({ fact: 'refused', code: 'room-full' }), local({ fact: 'left' }))
    expect(state).toMatchObject({ connection: 'refused', refusal: 'room-full' })
  })
})
