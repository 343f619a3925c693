import type { NodeId } from '../../protocol/ids.ts'
import { NODE_SILENCE_MAX_MS } from '../../protocol/limits.ts'

/** A node as the directory knows it. */
export interface KnownNode {
  readonly node: NodeId
  /** Consumers that it says it can carry, and those it carries. */
  readonly capacity: number
  readonly consumers: number
  /** When it was last heard (ms since the epoch). */
  readonly heardAt: number
}

/** The least loaded node that was heard lately, for its capacity; a full one rather than none. Null where there is none. */
export function chooseNode(nodes: readonly KnownNode[], now: number): NodeId | null {
  const alive = nodes.filter((known) => known.heardAt + NODE_SILENCE_MAX_MS > now)
  const load = (known: KnownNode): number => known.consumers / known.capacity
  const [least] = alive.toSorted((a, b) => load(a) - load(b) || (a.node < b.node ? -1 : 1))
  return least?.node ?? null
}
