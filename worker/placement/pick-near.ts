import { NEAR_MS } from './thresholds.ts'
import { isLoaded, nearestOf, type WeighedNode } from './weighed-node.ts'

/** A source of numbers from 0 up to, but not including, 1. */
export type Random = () => number

/**
 * One of the near nodes that is not loaded; where all of those are, of the next ones that are not. Null where every
 * node is loaded.
 */
export function pickNear(nodes: readonly WeighedNode[], random: Random): WeighedNode | null {
  const near = nearestOf(nodes, NEAR_MS).filter((each) => !isLoaded(each))
  if (near.length > 0) return lighterOfTwo(near, random)
  const free = nodes.filter((each) => !isLoaded(each))
  return lighterOfTwo(nearestOf(free, NEAR_MS), random)
}

/**
 * The less loaded of two that are drawn: the power of two choices (Mitzenmacher 2001). Loads are as old as the last
 * heartbeats, and the least loaded of all would be given every room until the next.
 */
function lighterOfTwo(nodes: readonly WeighedNode[], random: Random): WeighedNode | null {
  const first = Math.floor(random() * nodes.length)
  const step = 1 + Math.floor(random() * (nodes.length - 1))
  const [one, other] = [nodes[first], nodes[(first + step) % nodes.length]]
  if (!one || !other) return null
  return other.load < one.load ? other : one
}
