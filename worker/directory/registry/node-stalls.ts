import type { NodeId } from '../../../protocol/ids.ts'
import {
  NODE_STALL_FORGOTTEN_MS,
  NODE_STALL_PAUSE_MAX_MS,
  NODE_STALL_PAUSE_MIN_MS,
} from '../../../protocol/limits.ts'
import { log } from '../../log.ts'
import type { PlaceableNode } from '../../placement/placeable-node.ts'
import { GrowingPauses } from './growing-pauses.ts'

/** Nodes that live, and leave requests unanswered: they get new rooms only where no other node takes them (N23). */
export class NodeStalls {
  readonly #pauses: GrowingPauses

  constructor(sql: SqlStorage) {
    this.#pauses = new GrowingPauses(sql, 'unanswering', {
      minMs: NODE_STALL_PAUSE_MIN_MS,
      maxMs: NODE_STALL_PAUSE_MAX_MS,
      forgottenAfterMs: NODE_STALL_FORGOTTEN_MS,
    })
  }

  /** That node did it again: for longer each time. */
  begin(node: NodeId): void {
    if (this.#pauses.until(node, Date.now()) !== null) return
    const until = this.#pauses.begin(node, Date.now())
    log.warn('node-unanswering', { node, until: new Date(until).toISOString() })
  }

  /** These nodes as placement is to see them first; the same list where none of them has stalled. */
  apart(nodes: readonly PlaceableNode[]): readonly PlaceableNode[] {
    const stalled = this.#pauses.all(Date.now())
    if (stalled.size === 0) return nodes
    const isOut = ({ node, availability }: PlaceableNode): boolean =>
      availability === 'active' && stalled.has(node)
    return nodes.map((each) => (isOut(each) ? { ...each, availability: 'paused' as const } : each))
  }

  /** Which nodes those are, and why, in words. */
  reasons(): Map<NodeId, string> {
    const words = (until: number): string =>
      `left questions unanswered: gets rooms only where no other node does, until ${new Date(until).toISOString()}`
    return new Map(Array.from(this.#pauses.all(Date.now()), ([node, until]) => [node, words(until)]))
  }

  /** The operator has looked into it. */
  forgive(node: NodeId): void {
    this.#pauses.forgive(node)
  }
}
