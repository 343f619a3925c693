import { MAX_COUNTED_ADDRESSES, NODE_DIAL_BURST, NODE_DIALS_PER_SECOND } from '../../../protocol/limits.ts'
import { TokenBucket } from '../../websocket/token-bucket.ts'

/** How often one network may dial as a node, whichever node it says it is (N25). Who is refused dials again later. */
export class DialLimiter {
  readonly #budgets = new Map<string, TokenBucket>()

  /**
   * Counts one more, and answers 0; or counts nothing, and answers how long to wait (ms). Null is a network that nobody knows,
   * and is not counted.
   */
  waitToDial(network: string | null, now: number): number {
    if (network === null) return 0
    const budget = this.#budgets.get(network) ?? new TokenBucket(NODE_DIAL_BURST, NODE_DIALS_PER_SECOND, now)
    // The longest unheard is the first.
    this.#budgets.delete(network)
    this.#budgets.set(network, budget)
    for (const longest of this.#budgets.keys()) {
      if (this.#budgets.size <= MAX_COUNTED_ADDRESSES) break
      this.#budgets.delete(longest)
    }
    const waitMs = budget.waitMs(now)
    if (waitMs === 0) budget.spend(now)
    return waitMs
  }
}
