import * as v from 'valibot'
import { NodeId } from '../../../protocol/ids.ts'

/** How long the first pause lasts, and the longest; and after how long without one the next is a first one again. In ms. */
export interface PauseLengths {
  readonly minMs: number
  readonly maxMs: number
  readonly forgottenAfterMs: number
}

const UnderWay = v.object({ node: NodeId, until: v.number() })
const Row = v.object({ times: v.number(), until: v.number() })

/** Pauses that nodes are given for what they did: each lasts twice as long as the last one. They outlive hibernation. */
export class GrowingPauses {
  readonly #sql: SqlStorage
  readonly #cause: string
  readonly #lengths: PauseLengths

  /** @param cause - What they are given for: pauses for one thing do not lengthen those for another. */
  constructor(sql: SqlStorage, cause: string, lengths: PauseLengths) {
    this.#sql = sql
    this.#cause = cause
    this.#lengths = lengths
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS pauses (
        node TEXT NOT NULL, cause TEXT NOT NULL, times INTEGER NOT NULL, until INTEGER NOT NULL,
        PRIMARY KEY (node, cause)
      )
    `)
  }

  /** Begins one more at `now` (ms since the epoch); answers when it ends. One that is under way is not made longer. */
  begin(node: NodeId, now: number): number {
    const { minMs, maxMs, forgottenAfterMs } = this.#lengths
    const last = this.#of(node)
    if (last && last.until > now) return last.until
    const times = last && last.until + forgottenAfterMs > now ? last.times + 1 : 1
    const until = now + Math.min(minMs * 2 ** (times - 1), maxMs)
    this.#sql.exec(
      'INSERT OR REPLACE INTO pauses (node, cause, times, until) VALUES (?, ?, ?, ?)',
      node,
      this.#cause,
      times,
      until,
    )
    return until
  }

  /** When the one that is under way at `now` ends; null where there is none. */
  until(node: NodeId, now: number): number | null {
    const last = this.#of(node)
    return last && last.until > now ? last.until : null
  }

  /** The nodes of which one is under way at `now`, and when it ends (ms since the epoch). */
  all(now: number): Map<NodeId, number> {
    const rows = this.#sql
      .exec('SELECT node, until FROM pauses WHERE cause = ? AND until > ?', this.#cause, now)
      .toArray()
    return new Map(rows.map((row) => v.parse(UnderWay, row)).map(({ node, until }) => [node, until]))
  }

  /** Forgets all of a node's. */
  forgive(node: NodeId): void {
    this.#sql.exec('DELETE FROM pauses WHERE node = ? AND cause = ?', node, this.#cause)
  }

  #of(node: NodeId): v.InferOutput<typeof Row> | null {
    const [row] = this.#sql
      .exec('SELECT times, until FROM pauses WHERE node = ? AND cause = ?', node, this.#cause)
      .toArray()
    return row ? v.parse(Row, row) : null
  }
}
