import { expect, test } from 'vitest'
import { NODE_SILENCE_MAX_MS } from '../../protocol/limits.ts'
import { PROTOCOL_VERSION } from '../../protocol/version.ts'
import { active } from '../../worker/placement/policies/active.ts'
import { compatible } from '../../worker/placement/policies/compatible.ts'
import { fresh } from '../../worker/placement/policies/fresh.ts'
import { notAvoided } from '../../worker/placement/policies/not-avoided.ts'
import { reachable } from '../../worker/placement/policies/reachable.ts'
import { withinBandwidth } from '../../worker/placement/policies/within-bandwidth.ts'
import { withinHours } from '../../worker/placement/policies/within-hours.ts'
import { withinMonthlyTransfer } from '../../worker/placement/policies/within-monthly-transfer.ts'
import { withinPeople } from '../../worker/placement/policies/within-people.ts'
import { withinRooms } from '../../worker/placement/policies/within-rooms.ts'
import { qualifies } from '../../worker/placement/qualifies.ts'
import { aNode, aRequest, id, NOW } from './a-node.ts'

const NEW = aRequest()
/** A newcomer of a room that the node carries. */
const THERE = aRequest({ on: [id('n')] })
const bringing = (people: number) => aRequest({ brings: { consumers: 0, bitsPerSecond: 0, people } })
const lent = (from: number, to: number) => aNode('n', { limits: { hours: { from, to } } })

const TABLE = [
  ['an active node', active, aNode('n'), NEW, true],
  ['a paused one', active, aNode('n', { availability: 'paused' }), NEW, false],
  ['a paused one for its own room', active, aNode('n', { availability: 'paused' }), THERE, true],
  ['one that drains, even for its own room', active, aNode('n', { availability: 'draining' }), THERE, false],
  ['a revoked one, even for its own room', active, aNode('n', { availability: 'revoked' }), THERE, false],

  ['one proven reachable', reachable, aNode('n'), NEW, true],
  ['one that was not', reachable, aNode('n', { reachable: false }), NEW, false],

  ['one heard lately', fresh, aNode('n', { heardAt: NOW - NODE_SILENCE_MAX_MS + 1 }), NEW, true],
  ['one that fell silent', fresh, aNode('n', { heardAt: NOW - NODE_SILENCE_MAX_MS }), NEW, false],

  ['one of our protocol', compatible, aNode('n'), NEW, true],
  ['one of an older protocol', compatible, aNode('n', { protocol: PROTOCOL_VERSION - 1 }), NEW, false],
  ['one of a newer protocol', compatible, aNode('n', { protocol: PROTOCOL_VERSION + 1 }), NEW, false],

  ['one that nobody avoids', notAvoided, aNode('n'), aRequest({ avoid: [id('other')] }), true],
  ['one that just died', notAvoided, aNode('n'), aRequest({ avoid: [id('n')], on: [id('n')] }), false],

  ['one without a limit', withinBandwidth, aNode('n', { load: { bitsPerSecond: 1e12 } }), NEW, true],
  [
    'one below its bandwidth',
    withinBandwidth,
    aNode('n', { limits: { bitsPerSecond: 1e7 }, load: { bitsPerSecond: 1e7 - 1 } }),
    NEW,
    true,
  ],
  [
    'one at its bandwidth, even for its own room',
    withinBandwidth,
    aNode('n', { limits: { bitsPerSecond: 1e7 }, load: { bitsPerSecond: 1e7 } }),
    THERE,
    false,
  ],

  ['one without a limit', withinMonthlyTransfer, aNode('n', { load: { bytesThisMonth: 1e15 } }), NEW, true],
  [
    "one below its month's bytes",
    withinMonthlyTransfer,
    aNode('n', { limits: { bytesPerMonth: 1e12 }, load: { bytesThisMonth: 1e12 - 1 } }),
    NEW,
    true,
  ],
  [
    'one that has sent them, even for its own room',
    withinMonthlyTransfer,
    aNode('n', { limits: { bytesPerMonth: 1e12 }, load: { bytesThisMonth: 1e12 } }),
    THERE,
    false,
  ],

  ['one without a limit', withinRooms, aNode('n', { load: { rooms: 1_000 } }), NEW, true],
  [
    'one with a room to spare',
    withinRooms,
    aNode('n', { limits: { rooms: 3 }, load: { rooms: 2 } }),
    NEW,
    true,
  ],
  ['one full of rooms', withinRooms, aNode('n', { limits: { rooms: 3 }, load: { rooms: 3 } }), NEW, false],
  [
    'one full of rooms for its own',
    withinRooms,
    aNode('n', { limits: { rooms: 3 }, load: { rooms: 3 } }),
    THERE,
    true,
  ],

  ['one without a limit', withinPeople, aNode('n', { load: { people: 1_000 } }), bringing(100), true],
  [
    'one that all fit on',
    withinPeople,
    aNode('n', { limits: { people: 9 }, load: { people: 5 } }),
    bringing(4),
    true,
  ],
  [
    'one that they do not fit on',
    withinPeople,
    aNode('n', { limits: { people: 9 }, load: { people: 5 } }),
    bringing(5),
    false,
  ],
  [
    'one full of people, even for its own room',
    withinPeople,
    aNode('n', { limits: { people: 9 }, load: { people: 9 } }),
    THERE,
    false,
  ],

  ['one lent at any hour', withinHours, aNode('n'), NEW, true],
  ['one lent from now on', withinHours, lent(10.5, 12), NEW, true],
  ['one lent until now', withinHours, lent(8, 10.5), NEW, false],
  ['one lent later today', withinHours, lent(11, 24), NEW, false],
  ['one lent from evening to noon', withinHours, lent(20, 12), NEW, true],
  ['one lent at night', withinHours, lent(20, 6), NEW, false],
  ['one lent at night for its own room', withinHours, lent(20, 6), THERE, true],
  ['one lent the whole day', withinHours, lent(0, 0), NEW, true],
] as const

test.each(TABLE)('%s, by the policy %o', (_what, policy, node, request, expected) => {
  expect(policy(node, request, NOW)).toBe(expected)
})

test('a node qualifies by every policy: each one that refuses is enough', () => {
  const refused = TABLE.filter(([, , , , expected]) => !expected)
  expect(qualifies(aNode('n'), NEW, NOW)).toBe(true)
  expect(refused.map(([, , node, request]) => qualifies(node, request, NOW))).toEqual(
    refused.map(() => false),
  )
})
