import { expect, test } from 'vitest'
import { MAX_PEERS_PER_ROOM, MAX_PRODUCERS_PER_PEER } from '../../protocol/limits.ts'
import { type Action, type Actor, type Circumstances, can, type Verdict } from '../../worker/access.ts'

const usual: Circumstances = {
  locked: false,
  allowed: { microphone: true, camera: true, screen: true, chat: true },
  people: 2,
  producers: 0,
}
const forbidden = { microphone: false, camera: false, screen: false, chat: false }

const join: Action = { do: 'join', removed: false }
const speak: Action = { do: 'produce', source: 'microphone' }
const chat: Action = { do: 'send', kind: 'chat' }

test.each<[Actor, Action, Partial<Circumstances>, Verdict]>([
  ['outsider', join, {}, 'granted'],
  ['outsider', join, { people: 0 }, 'granted'],
  ['outsider', join, { people: MAX_PEERS_PER_ROOM - 1 }, 'granted'],
  ['outsider', join, { people: MAX_PEERS_PER_ROOM }, 'room-full'],
  ['outsider', join, { locked: true }, 'room-locked'],
  ['outsider', join, { locked: true, people: MAX_PEERS_PER_ROOM }, 'room-locked'],
  ['outsider', { do: 'join', removed: true }, {}, 'removed'],
  ['outsider', { do: 'join', removed: true }, { locked: true }, 'removed'],
  ['participant', join, {}, 'already-joined'],
  ['moderator', join, {}, 'already-joined'],

  ['outsider', speak, {}, 'not-joined'],
  ['participant', speak, {}, 'granted'],
  ['participant', speak, { locked: true }, 'granted'],
  ['participant', speak, { allowed: forbidden }, 'not-allowed'],
  ['participant', { do: 'produce', source: 'camera' }, { allowed: forbidden }, 'not-allowed'],
  ['participant', { do: 'produce', source: 'screen-audio' }, { allowed: forbidden }, 'not-allowed'],
  ['moderator', speak, { allowed: forbidden }, 'granted'],
  ['moderator', speak, { producers: MAX_PRODUCERS_PER_PEER - 1 }, 'granted'],
  ['moderator', speak, { producers: MAX_PRODUCERS_PER_PEER }, 'not-allowed'],
  ['participant', { do: 'unmute', source: 'microphone' }, {}, 'granted'],
  ['participant', { do: 'unmute', source: 'microphone' }, { allowed: forbidden }, 'not-allowed'],
  ['participant', { do: 'unmute', source: 'microphone' }, { producers: MAX_PRODUCERS_PER_PEER }, 'granted'],

  ['outsider', chat, {}, 'not-joined'],
  ['participant', chat, {}, 'granted'],
  ['participant', chat, { allowed: forbidden }, 'not-allowed'],
  ['moderator', chat, { allowed: forbidden }, 'granted'],
  ['participant', { do: 'send', kind: 'hand' }, { allowed: forbidden }, 'granted'],
  ['participant', { do: 'clear-relay', own: true }, {}, 'granted'],
  ['participant', { do: 'clear-relay', own: false }, {}, 'not-allowed'],
  ['moderator', { do: 'clear-relay', own: false }, {}, 'granted'],
])('A1 %s, %j, %j: %s', (actor, action, change, verdict) => {
  expect(can(actor, action, { ...usual, ...change })).toBe(verdict)
})

test.each(['set-locked', 'set-allowed', 'set-role', 'stop-source', 'ask-unmute', 'remove'] as const)(
  'A1 %s is for moderators',
  (action) => {
    expect(can('outsider', { do: action }, usual)).toBe('not-joined')
    expect(can('participant', { do: action }, usual)).toBe('not-allowed')
    expect(can('moderator', { do: action }, usual)).toBe('granted')
  },
)
