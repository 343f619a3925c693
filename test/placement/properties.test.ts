import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates } from '../../worker/placement/candidates.ts'
import { loadOf } from '../../worker/placement/load.ts'
import { place } from '../../worker/placement/place.ts'
import type { PlaceableNode } from '../../worker/placement/placeable-node.ts'
import type { PlacementRequest } from '../../worker/placement/placement-request.ts'
import { qualifies } from '../../worker/placement/policies.ts'
import { LOADED_ABOVE, MAX_CANDIDATES } from '../../worker/placement/thresholds.ts'
import { holds } from '../support/property.ts'
import { aNode, id } from './a-node.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']
const RUNS = { usually: 120, inLongRun: 5_000 }

const spot = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})
const at = fc.option(spot, { nil: null })
const some = (most: number) => fc.option(fc.nat(most), { nil: null })
const name = fc.constantFrom(...NAMES).map(id)

const node = fc.record({
  availability: fc.constantFrom('active', 'active', 'active', 'paused', 'draining', 'revoked'),
  reachable: fc.boolean(),
  at,
  capacity: fc.integer({ min: 1, max: 2_000 }),
  limits: fc.record({
    bitsPerSecond: some(50_000_000),
    bytesPerMonth: some(1_000_000),
    rooms: some(5),
    people: some(20),
  }),
  load: fc.record({
    rooms: fc.nat(6),
    people: fc.nat(25),
    consumers: fc.nat(2_500),
    cpu: fc.double({ min: 0, max: 1, noNaN: true }),
    bitsPerSecond: fc.nat(60_000_000),
    bytesThisMonth: fc.nat(2_000_000),
  }),
})

const swarm: fc.Arbitrary<readonly PlaceableNode[]> = fc
  .array(node, { maxLength: NAMES.length })
  .map((nodes) => nodes.map((each, index) => aNode(NAMES[index] ?? '', each)))

const request: fc.Arbitrary<PlacementRequest> = fc.record({
  hint: at,
  measuredNodes: fc.uniqueArray(
    fc.record({ node: name, roundTripMs: fc.double({ min: 0, max: 60_000, noNaN: true }) }),
    { maxLength: 4, selector: (measured) => measured.node },
  ),
  preferredNode: fc.option(name, { nil: null }),
  avoid: fc.array(name, { maxLength: 2 }),
  on: fc.array(name, { maxLength: 3 }),
  brings: fc.record({ consumers: fc.nat(60), bitsPerSecond: fc.nat(8_000_000), people: fc.nat(3) }),
})
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

const isLoaded = (each: PlaceableNode, { brings }: PlacementRequest): boolean =>
  loadOf(each, brings) > LOADED_ABOVE

describe('whatever the swarm is, and whoever asks', () => {
  test('F3 N11 N14 N18 X5 whoever is placed is placed where every policy lets them, and is wherever one does', () => {
    holds(
      fc.tuple(swarm, request, chance),
      ([nodes, asked, drawn]) => {
        const placed = place(nodes, asked, () => drawn)
        const fit = nodes.filter((each) => qualifies(each, asked))
        if (placed === null) return expect(fit).toEqual([])
        expect(fit).toContain(placed)
        expect(['draining', 'revoked']).not.toContain(placed.availability)
        expect(asked.avoid).not.toContain(placed.node)
      },
      RUNS,
    )
  })

  test('S8 a wish counts where that node takes rooms and is not loaded', () => {
    holds(
      fc.tuple(swarm, request, chance),
      ([nodes, asked, drawn]) => {
        const wished = nodes.find((each) => each.node === asked.preferredNode)
        if (!wished || !qualifies(wished, asked) || isLoaded(wished, asked)) return
        expect(place(nodes, asked, () => drawn)?.node).toBe(wished.node)
      },
      RUNS,
    )
  })

  test('X8 candidates are few, different, and take rooms now', () => {
    holds(
      fc.tuple(swarm, request, chance),
      ([nodes, asked, drawn]) => {
        const found = candidates(nodes, asked.hint, () => drawn)
        expect(found.length).toBeLessThanOrEqual(MAX_CANDIDATES)
        expect(new Set(found).size).toBe(found.length)
        for (const each of nodes) {
          if (found.includes(each.node)) expect([each.availability, each.reachable]).toEqual(['active', true])
        }
      },
      RUNS,
    )
  })
})
