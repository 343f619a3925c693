import * as v from 'valibot'
import { MAX_NODE_VIOLATIONS, NODE_VIOLATIONS_WINDOW_MS } from '../../protocol/limits.ts'

/** What a node that follows the book does not do, or hardly ever: in a race with the edge it may. */
const VIOLATIONS = {
  'unknown-rooms': 'losses of rooms that do not live there',
  'unasked-answer': 'answers that nobody asked for',
  'too-many-frames': 'frames above the rate',
  garbage: 'frames that make no sense',
  'foreign-address': 'addresses or ports that are not its own',
  unanswered: 'times of leaving questions unanswered',
} as const
export type Violation = keyof typeof VIOLATIONS

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
export class Violations {
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
