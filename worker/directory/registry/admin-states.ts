import * as v from 'valibot'
import { NodeAdminState } from '../../../protocol/http/lending.ts'
import { NodeId } from '../../../protocol/ids.ts'
import { ReadableRows } from '../../storage/readable-rows.ts'

/** As it is stored, under the names of earlier versions. */
const Row = v.pipe(
  v.object({ node: NodeId, standing: NodeAdminState, reason: v.nullable(v.string()) }),
  v.transform(({ node, standing, reason }) => ({ node, adminState: standing, reason })),
)
type StateRow = v.InferOutput<typeof Row>

/** What a node is of which that cannot be read: it may have been put out. */
const UNREADABLE = { adminState: 'paused', reason: 'what it was made cannot be read' } as const
const ACTIVE = { adminState: 'active', reason: null } as const

/** Which nodes the operator has made other than active, and why; also of nodes that are away. */
export class AdminStates {
  readonly #sql: SqlStorage
  readonly #readable = new ReadableRows('standings', Row)

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec(
      'CREATE TABLE IF NOT EXISTS standings (node TEXT PRIMARY KEY, standing TEXT NOT NULL, reason TEXT)',
    )
  }

  of(node: NodeId): Omit<StateRow, 'node'> {
    const [row] = this.#sql
      .exec('SELECT node, standing, reason FROM standings WHERE node = ?', node)
      .toArray()
    return row ? v.parse(Row, row) : ACTIVE
  }

  /** All that is kept of it, read once: what any node is. */
  all(): (node: NodeId) => Omit<StateRow, 'node'> {
    const rows = this.#sql.exec<{ node: string }>('SELECT node, standing, reason FROM standings').toArray()
    const stored = new Set(rows.map(({ node }) => node))
    const kept = new Map(this.#readable.read(rows, ({ node }) => node).map((row) => [row.node, row]))
    return (node) => kept.get(node) ?? (stored.has(node) ? UNREADABLE : ACTIVE)
  }

  set(node: NodeId, adminState: NodeAdminState, reason: string | null): void {
    this.#sql.exec(
      'INSERT OR REPLACE INTO standings (node, standing, reason) VALUES (?, ?, ?)',
      node,
      adminState,
      reason,
    )
  }
}
