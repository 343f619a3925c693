import * as v from 'valibot'
import { NodeAdminState } from '../../../protocol/http/lending.ts'
import { NodeId } from '../../../protocol/ids.ts'

const Row = v.object({ node: NodeId, standing: NodeAdminState, reason: v.nullable(v.string()) })
type StandingRow = v.InferOutput<typeof Row>

const ACTIVE = { standing: 'active', reason: null } as const

/** Which nodes do not stand as active, and why; also of nodes that are away. */
export class AdminStates {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec(
      'CREATE TABLE IF NOT EXISTS standings (node TEXT PRIMARY KEY, standing TEXT NOT NULL, reason TEXT)',
    )
  }

  of(node: NodeId): Omit<StandingRow, 'node'> {
    const [row] = this.#sql
      .exec('SELECT node, standing, reason FROM standings WHERE node = ?', node)
      .toArray()
    return row ? v.parse(Row, row) : ACTIVE
  }

  /** All that is kept of it, read once: how any node stands. */
  all(): (node: NodeId) => Omit<StandingRow, 'node'> {
    const rows = this.#sql.exec('SELECT node, standing, reason FROM standings').toArray()
    const kept = new Map(rows.map((row) => v.parse(Row, row)).map((row) => [row.node, row]))
    return (node) => kept.get(node) ?? ACTIVE
  }

  set(node: NodeId, standing: NodeAdminState, reason: string | null): void {
    this.#sql.exec(
      'INSERT OR REPLACE INTO standings (node, standing, reason) VALUES (?, ?, ?)',
      node,
      standing,
      reason,
    )
  }
}
