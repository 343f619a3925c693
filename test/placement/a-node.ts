import * as v from 'valibot'
import { NodeId } from '../../protocol/ids.ts'
import type { GeoPoint } from '../../worker/placement/geography.ts'
import type { CarriedLoad, LenderLimits, PlaceableNode } from '../../worker/placement/placeable-node.ts'
import type { PlacementRequest } from '../../worker/placement/placement-request.ts'

export const PARIS: GeoPoint = { latitude: 48.8566, longitude: 2.3522 }
export const LILLE: GeoPoint = { latitude: 50.6292, longitude: 3.0573 }
export const LYON: GeoPoint = { latitude: 45.764, longitude: 4.8357 }
export const BERLIN: GeoPoint = { latitude: 52.52, longitude: 13.405 }
export const ATHENS: GeoPoint = { latitude: 37.9838, longitude: 23.7275 }
export const MONTREAL: GeoPoint = { latitude: 45.5019, longitude: -73.5674 }

export const id = (name: string): NodeId => v.parse(NodeId, name)

interface Differences extends Partial<Omit<PlaceableNode, 'node' | 'limits' | 'load'>> {
  readonly limits?: Partial<LenderLimits>
  readonly load?: Partial<CarriedLoad>
}

/** An idle node in Paris that lends everything, but for what is said. */
export const aNode = (name: string, { limits, load, ...differences }: Differences = {}): PlaceableNode => ({
  node: id(name),
  availability: 'active',
  reachable: true,
  at: PARIS,
  capacity: 1_000,
  ...differences,
  limits: { bitsPerSecond: null, bytesPerMonth: null, rooms: null, people: null, ...limits },
  load: { rooms: 0, people: 0, consumers: 0, cpu: 0, bitsPerSecond: 0, bytesThisMonth: 0, ...load },
})

/** Somebody from Paris who opens a room that brings next to nothing, but for what is said. */
export const aRequest = (differences: Partial<PlacementRequest> = {}): PlacementRequest => ({
  hint: PARIS,
  measuredNodes: [],
  preferredNode: null,
  avoid: [],
  on: [],
  brings: { consumers: 0, bitsPerSecond: 0, people: 1 },
  ...differences,
})

/** Draws these numbers again and again. */
export function drawing(...numbers: readonly [number, ...number[]]): () => number {
  let drawn = 0
  return () => numbers[drawn++ % numbers.length] ?? numbers[0]
}
