import { expect, test } from 'vitest'
import { MAX_KNOCKS, MAX_PEERS_PER_ROOM, MAX_PRODUCERS_PER_PEER } from '../../../protocol/limits.ts'
import {
  type Action,
  type Actor,
  type BroughtLink,
  type Circumstances,
  can,
  type Newcomer,
  type Verdict,
  whyNotByLink,
} from '../../../worker/room/core/access.ts'

const usual: Circumstances = {
  locked: false,
  lobby: false,
  permissions: { microphone: true, camera: true, screen: true, chat: true },
  people: 2,
  waiting: 0,
  producers: 0,
}
const forbidden = { microphone: false, camera: false, screen: false, chat: false }

const stranger: Newcomer = {
  creator: false,
  removed: false,
  linkAwaited: false,
  password: 'not-needed',
  triesLeft: true,
  passwordCheck: 'now',
  mayKnock: true,
  ticket: 'none',
}
const join: Action = { do: 'join', ...stranger }
const joinAs = (change: Partial<Newcomer>): Action => ({ do: 'join', ...stranger, ...change })
const speak: Action = { do: 'produce', source: 'microphone' }
const chat: Action = { do: 'send-message', kind: 'chat' }

test.each<[Actor, Action, Partial<Circumstances>, Verdict | 'waiting' | 'later']>([
  ['outsider', join, {}, 'granted'],
  ['outsider', join, { people: 0 }, 'granted'],
  ['outsider', join, { people: MAX_PEERS_PER_ROOM - 1 }, 'granted'],
  ['outsider', join, { people: MAX_PEERS_PER_ROOM }, 'room-full'],
  ['outsider', join, { locked: true }, 'room-locked'],
  ['outsider', join, { locked: true, people: MAX_PEERS_PER_ROOM }, 'room-locked'],
  ['outsider', joinAs({ removed: true }), {}, 'removed'],
  ['outsider', joinAs({ removed: true }), { locked: true }, 'removed'],
  ['outsider', joinAs({ linkAwaited: true }), {}, 'link-changed'],
  ['outsider', joinAs({ linkAwaited: true, creator: true }), {}, 'link-changed'],
  ['outsider', joinAs({ linkAwaited: true, ticket: 'admitted' }), {}, 'link-changed'],
  ['outsider', joinAs({ linkAwaited: true, removed: true }), {}, 'removed'],
  ['outsider', joinAs({ removed: true, creator: true }), {}, 'granted'],
  ['participant', join, {}, 'already-joined'],
  ['moderator', join, {}, 'already-joined'],

  ['outsider', joinAs({ password: 'missing' }), {}, 'password-required'],
  ['outsider', joinAs({ password: 'missing' }), { locked: true, lobby: true }, 'password-required'],
  ['outsider', joinAs({ password: 'wrong' }), { locked: true, lobby: true }, 'wrong-password'],
  ['outsider', joinAs({ password: 'wrong', triesLeft: false }), {}, 'too-many-tries'],
  ['outsider', joinAs({ password: 'right', triesLeft: false }), {}, 'too-many-tries'],
  ['outsider', joinAs({ password: 'right', passwordCheck: 'never' }), {}, 'too-many-tries'],
  ['outsider', joinAs({ password: 'right', passwordCheck: 'later' }), {}, 'later'],
  ['outsider', joinAs({ password: 'wrong', passwordCheck: 'later' }), {}, 'later'],
  ['outsider', joinAs({ password: 'missing', passwordCheck: 'never' }), {}, 'password-required'],
  ['outsider', joinAs({ passwordCheck: 'never' }), {}, 'granted'],
  ['outsider', joinAs({ triesLeft: false }), {}, 'granted'],
  ['outsider', joinAs({ triesLeft: false }), { lobby: true }, 'waiting'],
  ['outsider', joinAs({ mayKnock: false }), {}, 'granted'],
  ['outsider', joinAs({ mayKnock: false }), { lobby: true }, 'too-many-tries'],
  ['outsider', joinAs({ mayKnock: false }), { lobby: true, locked: true }, 'room-locked'],
  ['outsider', joinAs({ mayKnock: false, ticket: 'waiting' }), { lobby: true }, 'waiting'],
  ['outsider', joinAs({ mayKnock: false, ticket: 'admitted' }), { lobby: true }, 'granted'],
  ['outsider', joinAs({ password: 'right' }), {}, 'granted'],
  ['outsider', joinAs({ password: 'right' }), { locked: true }, 'room-locked'],
  ['outsider', join, { lobby: true }, 'waiting'],
  ['outsider', join, { lobby: true, people: 0 }, 'waiting'],
  ['outsider', join, { lobby: true, locked: true }, 'room-locked'],
  ['outsider', join, { lobby: true, waiting: MAX_KNOCKS - 1 }, 'waiting'],
  ['outsider', join, { lobby: true, waiting: MAX_KNOCKS }, 'room-full'],
  ['outsider', joinAs({ ticket: 'waiting' }), { lobby: true, waiting: MAX_KNOCKS }, 'waiting'],
  ['outsider', joinAs({ ticket: 'admitted', password: 'missing' }), { lobby: true, locked: true }, 'granted'],
  ['outsider', joinAs({ ticket: 'admitted' }), { people: MAX_PEERS_PER_ROOM }, 'room-full'],
  ['outsider', joinAs({ ticket: 'admitted', removed: true }), {}, 'removed'],
  ['outsider', joinAs({ creator: true, password: 'missing' }), { locked: true, lobby: true }, 'granted'],
  ['outsider', joinAs({ creator: true, removed: true }), {}, 'granted'],
  ['outsider', joinAs({ creator: true }), { people: MAX_PEERS_PER_ROOM }, 'room-full'],

  ['outsider', speak, {}, 'not-joined'],
  ['participant', speak, {}, 'granted'],
  ['participant', speak, { locked: true }, 'granted'],
  ['participant', speak, { permissions: forbidden }, 'not-allowed'],
  ['participant', { do: 'produce', source: 'camera' }, { permissions: forbidden }, 'not-allowed'],
  ['participant', { do: 'produce', source: 'screen-audio' }, { permissions: forbidden }, 'not-allowed'],
  ['moderator', speak, { permissions: forbidden }, 'granted'],
  ['moderator', speak, { producers: MAX_PRODUCERS_PER_PEER - 1 }, 'granted'],
  ['moderator', speak, { producers: MAX_PRODUCERS_PER_PEER }, 'not-allowed'],
  ['participant', { do: 'unmute', source: 'microphone' }, {}, 'granted'],
  ['participant', { do: 'unmute', source: 'microphone' }, { permissions: forbidden }, 'not-allowed'],
  ['participant', { do: 'unmute', source: 'microphone' }, { producers: MAX_PRODUCERS_PER_PEER }, 'granted'],

  ['outsider', chat, {}, 'not-joined'],
  ['participant', chat, {}, 'granted'],
  ['participant', chat, { permissions: forbidden }, 'not-allowed'],
  ['moderator', chat, { permissions: forbidden }, 'granted'],
  ['participant', { do: 'send-message', kind: 'hand' }, { permissions: forbidden }, 'granted'],
  ['participant', { do: 'clear-message', own: true }, {}, 'granted'],
  ['participant', { do: 'clear-message', own: false }, {}, 'not-allowed'],
  ['moderator', { do: 'clear-message', own: false }, {}, 'granted'],
])('A1 %s, %j, %j: %s', (actor, action, change, verdict) => {
  expect(can(actor, action, { ...usual, ...change })).toBe(verdict)
})

test.each<[BroughtLink, boolean, Verdict | null]>([
  ['not-needed', false, null],
  ['right', true, null],
  ['right', false, null],
  ['missing', false, 'link-required'],
  ['unknown', false, 'not-encrypted'],
  ['wrong', true, 'wrong-link'],
  ['wrong', false, 'too-many-tries'],
])('D11 who brings a link that is %s, with tries left: %s, is told %s', (link, triesLeft, why) => {
  expect(whyNotByLink(link, triesLeft)).toBe(why)
})
