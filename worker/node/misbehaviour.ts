import * as v from 'valibot'
import { ProtocolError } from '../../protocol/errors.ts'
import type { NodeId } from '../../protocol/ids.ts'
import {
  MAX_NODE_VIOLATIONS,
  NODE_FRAME_BURST,
  NODE_FRAMES_PER_SECOND,
  NODE_HEARTBEAT_INTERVAL_MS,
  NODE_SUSPECT_TIMEOUT_MS,
  NODE_VIOLATIONS_WINDOW_MS,
} from '../../protocol/limits.ts'
import { log } from '../log.ts'
import { TokenBucket } from '../websocket/token-bucket.ts'
import type { NodeDirectory } from './node-directory.ts'

/** What a node that follows the book does not do, or hardly ever: in a race with the edge it may. */
const VIOLATIONS = {
  'unknown-rooms': 'losses of rooms that do not live there',
  'unasked-answer': 'answers that nobody asked for',
  'too-many-frames': 'frames above the rate',
  garbage: 'frames that make no sense',
  'foreign-address': 'addresses or ports that are not its own',
  unanswered: 'times of leaving questions unanswered',
} as const
type Violation = keyof typeof VIOLATIONS

const Count = v.object({
  violation: v.picklist([
    'unknown-rooms',
    'unasked-answer',
    'too-many-frames',
    'garbage',
    'foreign-address',
    'unanswered',
  ]),
  count: v.number(),
})

/** Counts what a node does against the book, also while its object hibernates in between. */
class ViolationCounts {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec('CREATE TABLE IF NOT EXISTS violations (at INTEGER NOT NULL, violation TEXT NOT NULL)')
  }

  /** Counts one more; at the limit all of them in words, and the count begins anew. */
  add(violation: Violation, now: number): string | null {
    this.#sql.exec('DELETE FROM violations WHERE at <= ?', now - NODE_VIOLATIONS_WINDOW_MS)
    this.#sql.exec('INSERT INTO violations (at, violation) VALUES (?, ?)', now, violation)
    const counts = this.#sql
      .exec('SELECT violation, COUNT(*) AS count FROM violations GROUP BY violation ORDER BY count DESC')
      .toArray()
      .map((row) => v.parse(Count, row))
    if (counts.reduce((total, { count }) => total + count, 0) < MAX_NODE_VIOLATIONS) return null
    this.#sql.exec('DELETE FROM violations')
    const told = counts.map(({ violation, count }) => `${count} ${VIOLATIONS[violation]}`)
    return `within ${NODE_VIOLATIONS_WINDOW_MS / 60_000} minutes: ${told.join(', ')}`
  }
}

/** What a node did against the book, and what becomes of one that does too much of it (N13). */
export class Misbehaviour {
  readonly #directory: NodeDirectory
  readonly #violations: ViolationCounts
  /** When requests that it left unanswered were last held against it. */
  #unansweredAt = 0
  /** Whether another node would serve, as the directory said last. */
  #lastAsked: { readonly askedAt: number; readonly isServed: Promise<boolean> } | null = null
  /** Of frames that nobody asked for; a node that uses it up does not let its object hibernate. */
  readonly #budget = new TokenBucket(NODE_FRAME_BURST, NODE_FRAMES_PER_SECOND, Date.now())

  constructor(sql: SqlStorage, directory: NodeDirectory) {
    this.#directory = directory
    this.#violations = new ViolationCounts(sql)
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
    await this.#directory.misbehaved(node, reason)
    return new ProtocolError('misbehaved', reason)
  }

  /**
   * The node lives, and leaves requests unanswered: rooms are to go elsewhere. However many it leaves at a time, that is one
   * thing to hold against it. `isServedElsewhere` is whether another node would serve, `error` as `note` answers.
   */
  async unanswering(node: NodeId): Promise<{ isServedElsewhere: boolean; error: ProtocolError | null }> {
    const now = Date.now()
    const isMore = now - this.#unansweredAt >= NODE_HEARTBEAT_INTERVAL_MS
    if (isMore) this.#unansweredAt = now
    const isServedElsewhere = await this.#servedElsewhere(node, now)
    return { isServedElsewhere, error: isMore ? await this.note(node, 'unanswered') : null }
  }

  /** Asked once of many requests that are left unanswered together. */
  #servedElsewhere(node: NodeId, now: number): Promise<boolean> {
    const last = this.#lastAsked
    if (last && now - last.askedAt < NODE_SUSPECT_TIMEOUT_MS) return last.isServed
    const isServed = this.#directory.stalled(node)
    this.#lastAsked = { askedAt: now, isServed }
    return isServed
  }
}
