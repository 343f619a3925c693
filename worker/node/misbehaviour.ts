import { ProtocolError } from '../../protocol/errors.ts'
import type { NodeId } from '../../protocol/ids.ts'
import {
  NODE_DOUBT_TIMEOUT_MS,
  NODE_FRAME_BURST,
  NODE_FRAMES_PER_SECOND,
  NODE_HEARTBEAT_INTERVAL_MS,
} from '../../protocol/limits.ts'
import { directoryOf, type Env } from '../env.ts'
import { log } from '../log.ts'
import { TokenBucket } from '../websocket/token-bucket.ts'
import { type Violation, Violations } from './violations.ts'

/** What a node did against the book, and what becomes of one that does too much of it (N13). */
export class Misbehaviour {
  readonly #env: Env
  readonly #violations: Violations
  /** When requests that it left unanswered were last held against it. */
  #unansweredAt = 0
  /** Whether another node would serve, as the directory said last. */
  #elsewhere: { readonly askedAt: number; readonly isServed: Promise<boolean> } | null = null
  /** Of frames that nobody asked for; a node that uses it up does not let its object hibernate. */
  readonly #budget = new TokenBucket(NODE_FRAME_BURST, NODE_FRAMES_PER_SECOND, Date.now())

  constructor(ctx: DurableObjectState, env: Env) {
    this.#env = env
    this.#violations = new Violations(ctx.storage.sql)
  }

  /** Whether the node may send one more frame that nobody asked for. */
  maySpeak(): boolean {
    return this.#budget.spend(Date.now())
  }

  /** Throws `misbehaved` where `note` answers with it. */
  async hold(node: NodeId, violation: Violation): Promise<void> {
    const error = await this.note(node, violation)
    if (error) throw error
  }

  /** Holds something against the node. At the limit it is paused, and the answer is why it is to be cut off. */
  async note(node: NodeId, violation: Violation): Promise<ProtocolError | null> {
    const reason = this.#violations.add(violation, Date.now())
    if (reason === null) return null
    log.warn('node-misbehaved', { node, reason })
    await directoryOf(this.#env).misbehaved(node, reason)
    return new ProtocolError('misbehaved', reason)
  }

  /**
   * The node lives, and leaves requests unanswered: rooms are to go elsewhere. However many it leaves at a time, that is one
   * thing to hold against it. `elsewhere` is whether another node would serve, `error` as `note` answers.
   */
  async unanswering(node: NodeId): Promise<{ elsewhere: boolean; error: ProtocolError | null }> {
    const now = Date.now()
    const isMore = now - this.#unansweredAt >= NODE_HEARTBEAT_INTERVAL_MS
    if (isMore) this.#unansweredAt = now
    const elsewhere = await this.#servedElsewhere(node, now)
    return { elsewhere, error: isMore ? await this.note(node, 'unanswered') : null }
  }

  /** Asked once of many requests that are left unanswered together. */
  #servedElsewhere(node: NodeId, now: number): Promise<boolean> {
    const last = this.#elsewhere
    if (last && now - last.askedAt < NODE_DOUBT_TIMEOUT_MS) return last.isServed
    const isServed = directoryOf(this.#env).unanswering(node)
    this.#elsewhere = { askedAt: now, isServed }
    return isServed
  }
}
