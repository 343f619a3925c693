import { expect, test } from 'vitest'
import {
  active,
  notAvoided,
  qualifies,
  reachable,
  withinBandwidth,
  withinMonthlyTransfer,
  withinPeople,
  withinRooms,
} from '../../worker/placement/policies.ts'
import { aNode, aRequest, id } from './a-node.ts'

const NEW = aRequest()
/** A newcomer of a room that the node carries. */
const THERE = aRequest({ on: [id('n')] })
const bringing = (people: number) => aRequest({ brings: { consumers: 0, bitsPerSecond: 0, people } })

const TABLE = [
  ['an active node', active, aNode('n'), NEW, true],
  ['a paused one', active, aNode('n', { availability: 'paused' }), NEW, false],
  ['a paused one for its own room', active, aNode('n', { availability: 'paused' }), THERE, true],
  ['one that drains, even for its own room', active, aNode('n', { availability: 'draining' }), THERE, false],
  ['a revoked one, even for its own room', active, aNode('n', { availability: 'revoked' }), THERE, false],

  ['one proven reachable', reachable, aNode('n'), NEW, true],
  ['one that was not', reachable, aNode('n', { reachable: false }), NEW, false],

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
] as const

test.each(TABLE)('%s, by the policy %o', (_what, policy, node, request, expected) => {
  expect(policy(node, request)).toBe(expected)
})

test('a node qualifies by every policy: each one that refuses is enough', () => {
  const refused = TABLE.filter(([, , , , expected]) => !expected)
  expect(qualifies(aNode('n'), NEW)).toBe(true)
  expect(refused.map(([, , node, request]) => qualifies(node, request))).toEqual(refused.map(() => false))
})
