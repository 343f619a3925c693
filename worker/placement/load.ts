import type { PlaceableNode } from './placeable-node.ts'
import type { Demand } from './placement-request.ts'

/**
 * How loaded a node would be with that demand on it: the largest of its consumers for its capacity, its processors' time,
 * and what it sends for what its lender lends. 1 is all that it can carry; more is possible.
 */
export function loadOf({ capacity, limits, load }: PlaceableNode, brings: Demand): number {
  const consumers = (load.consumers + brings.consumers) / capacity
  const sent =
    limits.bitsPerSecond === null ? 0 : (load.bitsPerSecond + brings.bitsPerSecond) / limits.bitsPerSecond
  return Math.max(consumers, load.cpu, sent)
}
