import type { NodeId } from '../../../protocol/ids.ts'
import {
  NODE_STALL_FORGOTTEN_MS,
  NODE_STALL_PAUSE_MAX_MS,
  NODE_STALL_PAUSE_MIN_MS,
  NODE_TIMEOUT_FORGOTTEN_MS,
  NODE_TIMEOUT_MAX_MS,
  NODE_TIMEOUT_MIN_MS,
} from '../../../protocol/limits.ts'
import { log } from '../../log.ts'
import type { PlaceableNode } from '../../placement/placeable-node.ts'
import { GrowingPauses } from './growing-pauses.ts'

/** What nodes are kept from for a while, and longer each time. */
export class NodePauses {
  readonly #timeouts: GrowingPauses
  readonly #stalls: GrowingPauses

  constructor(sql: SqlStorage) {
    this.#timeouts = new GrowingPauses(sql, 'misbehaved', {
      minMs: NODE_TIMEOUT_MIN_MS,
      maxMs: NODE_TIMEOUT_MAX_MS,
      forgottenAfterMs: NODE_TIMEOUT_FORGOTTEN_MS,
    })
    this.#stalls = new GrowingPauses(sql, 'unanswering', {
      minMs: NODE_STALL_PAUSE_MIN_MS,
      maxMs: NODE_STALL_PAUSE_MAX_MS,
      forgottenAfterMs: NODE_STALL_FORGOTTEN_MS,
    })
  }

  /** It has said too much that cannot be true: it may not dial (N13). */
  timeOut(node: NodeId): void {
    const until = this.#timeouts.begin(node, Date.now())
    log.warn('node-timed-out', { node, until: new Date(until).toISOString() })
  }

  /** Until when it may not dial (ms since the epoch); null where it may. */
  outUntil(node: NodeId): number | null {
    return this.#timeouts.until(node, Date.now())
  }

  /** It lives, and leaves questions unanswered: it gets new rooms only where no other node takes them (N23). */
  stall(node: NodeId): void {
    if (this.#stalls.until(node, Date.now()) !== null) return
    const until = this.#stalls.begin(node, Date.now())
    log.warn('node-unanswering', { node, until: new Date(until).toISOString() })
  }

  /** These nodes as placement is to see them first. */
  inTurn(nodes: readonly PlaceableNode[]): readonly PlaceableNode[] {
    const stalled = this.#stalls.all(Date.now())
    if (stalled.size === 0) return nodes
    const isOut = ({ node, availability }: PlaceableNode): boolean =>
      availability === 'active' && stalled.has(node)
    return nodes.map((each) => (isOut(each) ? { ...each, availability: 'paused' as const } : each))
  }

  /** Which nodes get new rooms only where no other node takes them, and why, in words. */
  allOutOfTurn(): Map<NodeId, string> {
    const words = (until: number): string =>
      `left questions unanswered: gets rooms only where no other node does, until ${new Date(until).toISOString()}`
    return new Map(Array.from(this.#stalls.all(Date.now()), ([node, until]) => [node, words(until)]))
  }

  /** The operator has looked into it. */
  forgive(node: NodeId): void {
    for (const pauses of [this.#timeouts, this.#stalls]) pauses.forgive(node)
  }
}
