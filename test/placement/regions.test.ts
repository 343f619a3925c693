import { describe, expect, test } from 'vitest'
import { WORLD } from '../../bench/placement/world/cities.ts'
import { expectedRoundTripsFrom } from '../../worker/placement/geography.ts'
import type { PlaceableNode } from '../../worker/placement/placeable-node.ts'
import type { PlacementRequest } from '../../worker/placement/placement-request.ts'
import { leastAwayMs, type Region, regionAt } from '../../worker/placement/regions.ts'
import { type Offer, offerOf, searchRegions } from '../../worker/placement/search-regions.ts'
import { aNode, aRequest, BERLIN, drawing, id, MONTREAL, PARIS } from './a-node.ts'

const VIENNA = { latitude: 48.21, longitude: 16.37 }
const MUNICH = { latitude: 48.14, longitude: 11.58 }
const MINSK = { latitude: 53.9, longitude: 27.57 }
const MADRID = { latitude: 40.42, longitude: -3.7 }
const WARSAW = { latitude: 52.23, longitude: 21.01 }
const SYDNEY = { latitude: -33.87, longitude: 151.21 }
const FULL = { load: { cpu: 0.9 } }

describe('regions', () => {
  test.each([
    ['Paris', PARIS, 'weur'],
    ['Warsaw', WARSAW, 'eeur'],
    ['Montréal', MONTREAL, 'enam'],
    ['Sydney', SYDNEY, 'oc'],
    ['nowhere', null, 'home'],
  ])('%s is in %j, which is %s', (_name, place, region) => {
    expect(regionAt(place)).toBe(region)
  })

  test('no node of a region is nearer than the least that is said of it', () => {
    for (const here of WORLD) {
      const [leastMs, realMs] = [leastAwayMs(here), expectedRoundTripsFrom(here)]
      for (const there of WORLD)
        expect(realMs(there) - leastMs(regionAt(there))).toBeGreaterThanOrEqual(-1e-9)
    }
  })
})

/** Searches nodes that are listed by their regions; those of `silent` regions do not answer. */
function search(nodes: readonly PlaceableNode[], request: PlacementRequest, silent: readonly Region[] = []) {
  const listed = Map.groupBy(nodes, ({ at }) => regionAt(at))
  const own = nodes.filter(({ node }) => request.on.includes(node)).map(({ at }) => regionAt(at))
  const asked: (readonly Region[])[] = []
  const searching = searchRegions<Offer>(request, own)
  let step = searching.next()
  while (!step.done) {
    asked.push(step.value)
    const answers = step.value.map((region) => ({
      offer: silent.includes(region) ? null : offerOf(listed.get(region) ?? [], request, drawing(0.3)),
      regions: [...listed.keys()],
    }))
    step = searching.next(answers)
  }
  return { node: step.value?.node ?? null, asked }
}

describe('a search over regions', () => {
  test.each([
    ['its own', [aNode('paris'), aNode('sydney', { at: SYDNEY })], { hint: PARIS }, 'paris', [['weur']]],
    [
      'a neighbour that may have one that is clearly nearer',
      [aNode('madrid', { at: MADRID }), aNode('minsk', { at: MINSK }), aNode('vienna', { at: VIENNA })],
      { hint: MUNICH },
      'vienna',
      [['weur'], ['eeur']],
    ],
    [
      'no neighbour that is too far for that',
      [aNode('paris'), aNode('warsaw', { at: WARSAW })],
      { hint: PARIS },
      'paris',
      [['weur']],
    ],
    [
      'another where all of its own are loaded',
      [aNode('paris', FULL), aNode('berlin', { at: WARSAW })],
      { hint: { ...BERLIN, longitude: 10 } },
      'berlin',
      [['weur'], ['eeur']],
    ],
    [
      'one after the other where it has none, the nearest first',
      [aNode('sydney', { at: SYDNEY }), aNode('montreal', { at: MONTREAL })],
      { hint: PARIS },
      'montreal',
      [['weur'], ['enam']],
    ],
    [
      'the room’s as well, and leaves it for a node that is clearly nearer',
      [aNode('paris'), aNode('montreal', { at: MONTREAL })],
      { hint: MONTREAL, on: [id('paris')] },
      'montreal',
      [['enam', 'weur']],
    ],
    [
      'the room’s as well, and stays where no other is clearly nearer',
      [aNode('vienna', { at: VIENNA }), aNode('munich', { at: MUNICH })],
      { hint: MUNICH, on: [id('vienna')] },
      'vienna',
      [['weur', 'eeur']],
    ],
    [
      'that of nobody who comes from nowhere, and then all',
      [aNode('paris')],
      { hint: null },
      'paris',
      [['home'], ['weur']],
    ],
    ['none where there is none', [], { hint: PARIS }, null, [['weur']]],
  ] as const)('asks %s', (_what, nodes, differences, node, asked) => {
    expect(search(nodes, aRequest(differences))).toEqual({ node, asked })
  })

  test('goes on where a region does not answer', () => {
    const nodes = [aNode('paris'), aNode('warsaw', { at: WARSAW }), aNode('sydney', { at: SYDNEY })]
    expect(search(nodes, aRequest(), ['weur'])).toEqual({ node: 'warsaw', asked: [['weur'], ['eeur']] })
    expect(search(nodes, aRequest(), ['weur', 'eeur']).node).toBe('sydney')
  })
})
