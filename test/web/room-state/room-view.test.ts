import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ProducerId } from '../../../protocol/ids.ts'
import type { TurnLevel } from '../../../protocol/media/turn.ts'
import type { CallLink } from '../../../web/core/media/media-connection.ts'
import type { Received } from '../../../web/core/media/receiving/consumers.ts'
import { fold, INITIAL_STATE, type RoomState } from '../../../web/core/room-state/room-state.ts'
import {
  isToBeHeard,
  keepUnchangedPeople,
  type OwnMedia,
  roomViewOf,
} from '../../../web/core/room-state/room-view-of.ts'
import { OFF } from '../capture/off.ts'
import { event, OPEN_ROOM, peer, producer, welcome } from './room-samples.ts'

const trackOf = (name: string) => ({ name }) as unknown as MediaStreamTrack
const own: OwnMedia = {
  microphone: OFF,
  camera: OFF,
  screen: { video: null, audio: null, failed: false },
  speaking: false,
  soundOnly: false,
}
const voice = trackOf('voice')
const face = trackOf('face')
const screen = trackOf('screen')

const producerId = (id: string) => v.parse(ProducerId, id.padEnd(8, '-'))

const receivedFrom = (
  id: string,
  kind: 'audio' | 'video',
  track: MediaStreamTrack,
  name: string,
): Received => ({
  peer: peer(name).id,
  producer: producerId(id),
  kind,
  track,
  receiver: null,
})

function stateWith(producers: object[], changes: Partial<RoomState> = {}): RoomState {
  const state = fold(INITIAL_STATE, { kind: 'welcome', welcome: welcome([peer('bob', producers)]) })
  const received = [
    receivedFrom('voice', 'audio', voice, 'bob'),
    receivedFrom('face', 'video', face, 'bob'),
    receivedFrom('screen', 'video', screen, 'bob'),
  ]
  return { ...state, received, speakers: new Set([producerId('voice')]), ...changes }
}

const bobIn = (state: RoomState) => roomViewOf(state, own).people.find(({ name }) => name === 'bob')

describe('somebody else', () => {
  test.each([
    ['sends nothing', [], { microphone: 'none', speaking: false, audio: null, video: null }],
    [
      'speaks',
      [producer('voice', 'microphone')],
      { microphone: 'on', speaking: true, audio: voice, video: null },
    ],
    [
      'is muted, and therefore does not speak',
      [producer('voice', 'microphone', true)],
      { microphone: 'muted', speaking: false, audio: voice },
    ],
    ['shows a face', [producer('face', 'camera')], { video: face }],
    ['has the camera off', [producer('face', 'camera', true)], { video: null }],
    ['shares a screen', [producer('face', 'camera'), producer('screen', 'screen')], { video: face }],
    [
      'plays a sound',
      [producer('mic', 'microphone'), producer('voice', 'screen-audio')],
      { speaking: false },
    ],
    ['sends what we do not receive', [producer('lost', 'camera')], { video: null }],
  ])('%s', (_, producers, expected) => {
    expect(bobIn(stateWith(producers))).toMatchObject(expected)
  })
})

test('nobody’s face is shown where one does without pictures; a camera that is on is still known to be so', () => {
  const state = stateWith([producer('face', 'camera'), producer('screen', 'screen')])
  const view = roomViewOf(state, { ...own, soundOnly: true })
  const bob = view.people.find(({ name }) => name === 'bob')
  expect(bob).toMatchObject({ video: null, cameraOn: true })
  expect(view.soundOnly).toBe(true)
  expect(view.screens).toMatchObject([{ video: screen }])
})

test('of whom nothing comes as far as we hear is cut off, and does not speak', () => {
  const state = stateWith([producer('voice', 'microphone')], { cutOff: new Set([peer('bob').id]) })
  expect(bobIn(state)).toMatchObject({ cutOff: true, microphone: 'on', speaking: false })
})

test.each([
  ['is on', producer('voice', 'microphone'), {}, true],
  ['is muted', producer('voice', 'microphone', true), {}, false],
  ['is a screen’s', producer('voice', 'screen-audio'), {}, false],
  [
    'is held back, as relays carry nothing',
    producer('voice', 'microphone'),
    { viaTurn: true, settings: { ...OPEN_ROOM, turnLevel: 'nothing' as const } },
    false,
  ],
])('a voice that %s is to be heard, or not', (_, sent, changes, expected) => {
  expect(isToBeHeard(stateWith([sent], changes), producerId('voice'))).toBe(expected)
})

describe('whose node is gone', () => {
  const sent = [producer('voice', 'microphone'), producer('face', 'camera'), producer('screen', 'screen')]
  const happened = (state: RoomState, data: object) => fold(state, { kind: 'event', event: event(data) })
  const lost = happened(stateWith(sent), { event: 'media-lost', peers: [peer('bob').id] })
  /** As the call says when its way is closed. */
  const silent = fold(lost, { kind: 'local', fact: 'received-changed', received: [] })

  test('looks as before for a moment: their pictures stand still, and nobody seems to mute', () => {
    expect(bobIn(silent)).toMatchObject({ microphone: 'on', speaking: true, video: face })
    expect(roomViewOf(silent, own).screens).toMatchObject([{ video: screen }])
  })

  test('shows no picture that stands still for longer', () => {
    const over = fold(silent, { kind: 'local', fact: 'loss-over' })
    expect(bobIn(over)).toMatchObject({ microphone: 'none', video: null })
    expect(roomViewOf(over, own).screens).toEqual([])
  })

  test('is seen by the new picture as soon as it is there, not by initials in between', () => {
    const camera = { peer: peer('bob').id, producer: producer('face2', 'camera'), consumer: null }
    const added = happened(silent, { event: 'producer-added', ...camera })
    expect(bobIn(added)).toMatchObject({ camera: producerId('face2'), video: face })
    const moving = trackOf('moving')
    const received = [receivedFrom('face2', 'video', moving, 'bob')]
    expect(bobIn(fold(added, { kind: 'local', fact: 'received-changed', received }))).toMatchObject({
      video: moving,
    })
  })

  test('comes back with the camera off, and is shown so', () => {
    const camera = { peer: peer('bob').id, producer: producer('face2', 'camera', true), consumer: null }
    expect(bobIn(happened(silent, { event: 'producer-added', ...camera }))).toMatchObject({ video: null })
  })

  test('one’s own node: the pictures of all stand still', () => {
    const ours = happened(stateWith(sent), { event: 'media-lost', peers: [peer('ada').id] })
    const closed = fold(ours, { kind: 'local', fact: 'received-changed', received: [] })
    expect(bobIn(closed)).toMatchObject({ video: face })
  })
})

describe('M10 where pictures go no more', () => {
  const sent = [producer('voice', 'microphone'), producer('face', 'camera'), producer('screen', 'screen')]

  test('M10 whoever goes through TURN hears, and sees no picture that stands still', () => {
    const state = stateWith(sent, { viaTurn: true, settings: { ...OPEN_ROOM, turnLevel: 'audio-only' } })
    expect(bobIn(state)).toMatchObject({ audio: voice, video: null })
    expect(roomViewOf(state, own).screens).toMatchObject([{ video: null }])
  })

  test('M10 whoever goes directly sees all', () => {
    expect(bobIn(stateWith(sent, { settings: { ...OPEN_ROOM, turnLevel: 'audio-only' } }))).toMatchObject({
      audio: voice,
      video: face,
    })
  })
})

describe('shared screens', () => {
  const screens = (producers: object[], ownScreen = own.screen) =>
    roomViewOf(stateWith(producers), { ...own, screen: ownScreen }).screens

  test('somebody else’s, with its sound', () => {
    const [shown, ...others] = screens([producer('screen', 'screen'), producer('voice', 'screen-audio')])
    expect(shown).toMatchObject({ name: 'bob', self: false, video: screen, audio: voice })
    expect(others).toEqual([])
  })

  test('one’s own, which is not played', () => {
    const [shown] = screens([], { ...own.screen, video: screen, audio: voice })
    expect(shown).toMatchObject({ name: 'ada', self: true, producer: null, video: screen, audio: null })
  })

  test('none', () => expect(screens([producer('face', 'camera')])).toEqual([]))
})

describe('oneself', () => {
  const live = trackOf('own')
  const selfWith = (changes: Partial<typeof own>) =>
    roomViewOf(stateWith([]), { ...own, ...changes }).people.find(({ self }) => self)

  test.each([
    ['no microphone', { microphone: OFF }, { microphone: 'none' }],
    [
      'a microphone',
      { microphone: { ...OFF, wanted: true, track: live } },
      { microphone: 'on', audio: null },
    ],
    [
      'a muted one',
      { microphone: { ...OFF, track: live }, speaking: true },
      { microphone: 'muted', speaking: false },
    ],
    ['speaking', { microphone: { ...OFF, wanted: true, track: live }, speaking: true }, { speaking: true }],
    ['a camera', { camera: { ...OFF, wanted: true, track: live } }, { video: live }],
    ['no camera', {}, { video: null }],
  ])('%s', (_, changes, expected) => {
    expect(selfWith(changes)).toMatchObject(expected)
  })
})

describe('the media', () => {
  test.each<[string, Partial<RoomState>, string]>([
    ['before the welcome', { carried: null }, 'starting'],
    ['no node', { carried: false }, 'waiting'],
    ['no WebRTC', { carried: false, webrtc: false }, 'unsupported'],
    ['connecting for the first time', linked('connecting'), 'starting'],
    ['connected', linked('connected', true), 'flowing'],
    ['nothing to carry', linked('idle'), 'flowing'],
    ['connecting again', linked('connecting', true), 'reconnecting'],
    ['broken', linked('broken', true), 'reconnecting'],
    ['given, and not begun', linked('none'), 'starting'],
    ['no messages, and one’s address is to be hidden', linked('no-relay'), 'no-relay'],
    [
      'M10 the same, as it is used up',
      { ...linked('no-relay'), settings: { ...OPEN_ROOM, turnLevel: 'nothing' } },
      'relay-spent',
    ],
    ['through TURN', viaTurn('all'), 'flowing'],
    ['M10 through TURN, and nearly used up', viaTurn('audio-only'), 'voices-only'],
    ['M10 through TURN, and used up', viaTurn('nothing'), 'relay-spent'],
    ['M10 going directly, whatever is used up', { ...viaTurn('nothing'), viaTurn: false }, 'flowing'],
  ])('%s', (_, changes, expected) => {
    expect(roomViewOf(stateWith([], changes), own).media).toBe(expected)
  })

  function linked(link: CallLink, flowed = false): Partial<RoomState> {
    return { carried: true, link, flowed }
  }

  function viaTurn(turnLevel: TurnLevel): Partial<RoomState> {
    return { ...linked('connected', true), viaTurn: true, settings: { ...OPEN_ROOM, turnLevel } }
  }
})

test('people who did not change stay the same objects', () => {
  const before = roomViewOf(stateWith([producer('voice', 'microphone')]), own)
  const after = keepUnchangedPeople(
    roomViewOf(stateWith([producer('voice', 'microphone', true)]), own),
    before,
  )
  expect(after.people[0]).not.toBe(before.people[0])
  expect(after.people[1]).toBe(before.people[1])
})

test('S7 whoever runs the site carries a room that nobody’s lent node does, and nobody one without a node', () => {
  const carriedBy = (changes: Partial<RoomState>) => roomViewOf(stateWith([], changes), own).carriedBy
  const lyon = { name: 'Lyon', link: null }
  expect(carriedBy({ carried: true, carriedBy: lyon })).toEqual(lyon)
  expect(carriedBy({ carried: true, carriedBy: null })).toBe('site')
  expect(carriedBy({ carried: false, carriedBy: null })).toBeNull()
  expect(carriedBy({ carried: null, carriedBy: null })).toBeNull()
})
