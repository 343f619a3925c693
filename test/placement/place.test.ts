import { expect, test } from 'vitest'
import { place as placed } from '../../worker/placement/place.ts'
import type { PlaceableNode } from '../../worker/placement/placeable-node.ts'
import type { PlacementRequest } from '../../worker/placement/placement-request.ts'
import { LOADED_ABOVE, NEAR_MS, STAY_MS } from '../../worker/placement/thresholds.ts'
import { ATHENS, aNode, aRequest, BERLIN, drawing, id, LILLE, LYON, MONTREAL, PARIS } from './a-node.ts'

const busy = (share: number) => ({ load: { consumers: 1_000 * share } })
const FULL = busy(LOADED_ABOVE + 0.01)
const measured = (...found: readonly (readonly [string, number])[]) => ({
  measuredNodes: found.map(([name, roundTripMs]) => ({ node: id(name), roundTripMs })),
})
const on = (...names: readonly string[]) => ({ on: names.map(id) })

const place = (...asked: Parameters<typeof placed>) => placed(...asked)?.node ?? null

/** Whoever is placed whichever numbers are drawn, in the order of their names. */
function everyOutcome(
  nodes: readonly PlaceableNode[],
  request: PlacementRequest,
): readonly (string | null)[] {
  const shares = [0, 0.2, 0.4, 0.6, 0.8, 0.999]
  const outcomes = shares.flatMap((one) => shares.map((other) => place(nodes, request, drawing(one, other))))
  return [...new Set(outcomes)].sort()
}

const TABLE: readonly [
  string,
  readonly PlaceableNode[],
  Partial<PlacementRequest>,
  readonly (string | null)[],
][] = [
  ['none where there is none', [], {}, [null]],
  [
    'none where none qualifies',
    [aNode('a', { availability: 'draining' }), aNode('b', { reachable: false })],
    {},
    [null],
  ],
  ['the only one', [aNode('a')], {}, ['a']],
  [
    'the one that was wished for, though another is nearer',
    [aNode('near'), aNode('far', { at: ATHENS })],
    { preferredNode: id('far') },
    ['far'],
  ],
  [
    'another than was wished for, where that takes no rooms',
    [aNode('a'), aNode('wished', { availability: 'paused' })],
    { preferredNode: id('wished') },
    ['a'],
  ],
  [
    'another than was wished for, where that is loaded',
    [aNode('a'), aNode('wished', FULL)],
    { preferredNode: id('wished') },
    ['a'],
  ],
  [
    'another than was wished for, where there is no such node',
    [aNode('a')],
    { preferredNode: id('gone') },
    ['a'],
  ],
  ['the only one, however loaded', [aNode('a', busy(3))], {}, ['a']],
  ['the only one, however far', [aNode('a', { at: MONTREAL })], {}, ['a']],
  ['not one to avoid', [aNode('a'), aNode('b', FULL)], { avoid: [id('a')] }, ['b']],

  ['the nearest by distance', [aNode('a', { at: MONTREAL }), aNode('b', { at: ATHENS })], {}, ['b']],
  ['any near one where they are alike', [aNode('a'), aNode('b', { at: LILLE })], {}, ['a', 'b']],
  ['the less loaded of the near ones', [aNode('a', busy(0.5)), aNode('b', { at: LILLE })], {}, ['b']],
  [
    'the less loaded for its capacity',
    [aNode('a', busy(0.1)), aNode('b', { capacity: 10_000, ...busy(0.5) })],
    {},
    ['b'],
  ],
  ['the one with idle processors', [aNode('a', { load: { cpu: 0.5 } }), aNode('b', busy(0.4))], {}, ['b']],
  [
    'the one with bandwidth left',
    [aNode('a', { limits: { bitsPerSecond: 1e8 }, load: { bitsPerSecond: 5e7 } }), aNode('b', busy(0.4))],
    {},
    ['b'],
  ],
  [
    'the one that has room for what comes',
    [aNode('a', { capacity: 100 }), aNode('b', busy(0.5))],
    { brings: { consumers: 90, bitsPerSecond: 0, people: 10 } },
    ['b'],
  ],
  ['a near one, though a far one is idle', [aNode('a', busy(0.7)), aNode('b', { at: ATHENS })], {}, ['a']],
  [
    'the next where the near ones are loaded',
    [aNode('a', FULL), aNode('b', { at: ATHENS }), aNode('c', { at: MONTREAL })],
    {},
    ['b'],
  ],
  ['the least loaded where all are', [aNode('a', busy(2)), aNode('b', { at: MONTREAL, ...FULL })], {}, ['b']],
  ['the first by name where all are full alike', [aNode('b', busy(2)), aNode('a', busy(2))], {}, ['a']],
  ['one whose place is known', [aNode('a', { at: null }), aNode('b', { at: MONTREAL })], {}, ['b']],
  [
    'any where nobody knows the place of the people',
    [aNode('a', { at: null }), aNode('b', { at: MONTREAL }), aNode('c')],
    { hint: null },
    ['a', 'b', 'c'],
  ],

  [
    'the nearest by measurement, whatever the map says',
    [aNode('a'), aNode('b', { at: ATHENS })],
    measured(['a', 80], ['b', 80 - NEAR_MS - 1]),
    ['b'],
  ],
  [
    'the less loaded of those that were measured near',
    [aNode('a', busy(0.5)), aNode('b', { at: ATHENS })],
    measured(['a', 20], ['b', 20 + NEAR_MS]),
    ['b'],
  ],
  ['one that was measured before others', [aNode('a', busy(0.5)), aNode('b')], measured(['a', 20]), ['a']],
  ['others where those measured are loaded', [aNode('a', FULL), aNode('b')], measured(['a', 20]), ['b']],
  ['others where those measured are gone', [aNode('b')], measured(['a', 20]), ['b']],
]

test.each(TABLE)('a new room goes to %s', (_what, nodes, differences, expected) => {
  expect(everyOutcome(nodes, aRequest(differences))).toEqual(expected)
})

const STAYING: typeof TABLE = [
  ["the room's node, though others are idle", [aNode('a', busy(0.7)), aNode('b')], on('a'), ['a']],
  [
    "the room's node, though another is somewhat nearer",
    [aNode('a', { at: BERLIN }), aNode('b')],
    on('a'),
    ['a'],
  ],
  ['another that is clearly nearer', [aNode('a', { at: MONTREAL }), aNode('b')], on('a'), ['b']],
  [
    'the nearest of the nodes that the room is on',
    [aNode('a', { at: ATHENS }), aNode('b', { at: LYON }), aNode('c')],
    on('a', 'b'),
    ['b'],
  ],
  ["another where the room's is loaded", [aNode('a', FULL), aNode('b')], on('a'), ['b']],
  ["the room's node where all are loaded", [aNode('a', busy(2)), aNode('b', FULL)], on('a'), ['a']],
  ["another where the room's has gone", [aNode('b')], on('a'), ['b']],
  [
    "another where the room's drains",
    [aNode('a', { availability: 'draining' }), aNode('b', FULL)],
    on('a'),
    ['b'],
  ],
  [
    "the room's node, though it is paused",
    [aNode('a', { availability: 'paused' }), aNode('b')],
    on('a'),
    ['a'],
  ],
  [
    'one nearer by just as much as a room stays for: its own',
    [aNode('a'), aNode('b')],
    { ...on('a'), ...measured(['a', 50 + STAY_MS], ['b', 50]) },
    ['a'],
  ],
  [
    'one nearer by more than that',
    [aNode('a'), aNode('b')],
    { ...on('a'), ...measured(['a', 51 + STAY_MS], ['b', 50]) },
    ['b'],
  ],
  [
    "the room's near node, where only others were measured",
    [aNode('a', { at: BERLIN }), aNode('b')],
    { ...on('a'), ...measured(['b', 1]) },
    ['a'],
  ],
]

test.each(STAYING)('a newcomer goes to %s', (_what, nodes, differences, expected) => {
  expect(everyOutcome(nodes, aRequest(differences))).toEqual(expected)
})

test('of many near nodes two are drawn, and the less loaded takes the room', () => {
  const nodes = [0.1, 0.2, 0.3, 0.4].map((share, index) => aNode(`n${index}`, busy(share)))
  expect(place(nodes, aRequest(), drawing(0.75, 0.5))).toBe('n1')
  expect(place(nodes, aRequest(), drawing(0.5, 0))).toBe('n2')
  // Never the most loaded one: the two that are drawn are never the same.
  expect(everyOutcome(nodes, aRequest())).toEqual(['n0', 'n1', 'n2'])
})

test('a choice changes nothing, and is the same again', () => {
  const nodes = Object.freeze([aNode('a', { at: PARIS }), aNode('b', { at: LILLE })])
  const choice = place(nodes, aRequest(), drawing(0.3))
  expect(place(nodes, aRequest(), drawing(0.3))).toBe(choice)
})
