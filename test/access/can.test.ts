import { expect, test } from 'vitest'
import { MAX_PEERS_PER_ROOM, MAX_PRODUCERS_PER_PEER } from '../../protocol/limits.ts'
import { type Action, type Actor, type Circumstances, can, type Verdict } from '../../worker/access.ts'

const usual: Circumstances = { locked: false, people: 2, producers: 0 }

test.each<[Actor, Action, Partial<Circumstances>, Verdict]>([
  ['outsider', 'join', {}, 'granted'],
  ['outsider', 'join', { people: 0 }, 'granted'],
  ['outsider', 'join', { people: MAX_PEERS_PER_ROOM - 1 }, 'granted'],
  ['outsider', 'join', { people: MAX_PEERS_PER_ROOM }, 'room-full'],
  ['outsider', 'join', { locked: true }, 'room-locked'],
  ['outsider', 'join', { locked: true, people: MAX_PEERS_PER_ROOM }, 'room-locked'],
  ['participant', 'join', {}, 'already-joined'],
  ['moderator', 'join', {}, 'already-joined'],
  ['outsider', 'produce', {}, 'not-allowed'],
  ['participant', 'produce', {}, 'granted'],
  ['participant', 'produce', { locked: true }, 'granted'],
  ['moderator', 'produce', { producers: MAX_PRODUCERS_PER_PEER - 1 }, 'granted'],
  ['moderator', 'produce', { producers: MAX_PRODUCERS_PER_PEER }, 'not-allowed'],
  ['outsider', 'lock', {}, 'not-allowed'],
  ['participant', 'lock', {}, 'not-allowed'],
  ['moderator', 'lock', {}, 'granted'],
])('A1 %s, %s, %j: %s', (actor, action, change, verdict) => {
  expect(can(actor, action, { ...usual, ...change })).toBe(verdict)
})
