import * as v from 'valibot'
import { Lender } from '../../../protocol/http/lender.ts'
import { NodeAdminState } from '../../../protocol/http/lending.ts'
import { NodeId } from '../../../protocol/ids.ts'
import { NODE_SILENCE_MAX_MS } from '../../../protocol/limits.ts'
import { NodeLoad, NodeRegistration, NotAccepting } from '../../../protocol/node-edge/events.ts'

/** As what a node was admitted: the central directory says so, and its object tells it with all that the node tells. */
export const Admitted = v.object({
  adminState: NodeAdminState,
  /** Null for the operator's own. */
  lender: v.nullable(Lender),
})
export type Admitted = v.InferOutput<typeof Admitted>

/** What a connected node has told lately. */
const NodeReport = v.object({
  registration: NodeRegistration,
  /** Null until its first heartbeat. */
  load: v.nullable(NodeLoad),
  notAccepting: v.nullable(NotAccepting),
  admitted: Admitted,
})
export type NodeReport = v.InferOutput<typeof NodeReport>

const Row = v.object({
  node: NodeId,
  heardAt: v.number(),
  report: v.pipe(v.string(), v.parseJson(), NodeReport),
})
export type ReportRow = v.InferOutput<typeof Row>

/** The nodes that are connected, by what they told last. */
export class Reports {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec(`
      DROP TABLE IF EXISTS nodes;
      CREATE TABLE IF NOT EXISTS reports (
        node TEXT PRIMARY KEY, protocol INTEGER NOT NULL, heardAt INTEGER NOT NULL, report TEXT NOT NULL
      )
    `)
  }

  /**
   * Those that were heard lately, the longest unheard first. A report as an earlier version of the edge kept it is of no use:
   * the next heartbeat brings another.
   */
  fresh(now: number, protocol: number): ReportRow[] {
    return this.#sql
      .exec(
        'SELECT node, heardAt, report FROM reports WHERE heardAt > ? AND protocol = ? ORDER BY heardAt',
        now - NODE_SILENCE_MAX_MS,
        protocol,
      )
      .toArray()
      .flatMap((row) => {
        const read = v.safeParse(Row, row)
        return read.success ? [read.output] : []
      })
  }

  take(report: NodeReport, now: number): void {
    const { node, protocol } = report.registration
    this.#sql.exec(
      'INSERT OR REPLACE INTO reports (node, protocol, heardAt, report) VALUES (?, ?, ?, ?)',
      node,
      protocol,
      now,
      JSON.stringify(report),
    )
  }

  forget(node: NodeId): void {
    this.#sql.exec('DELETE FROM reports WHERE node = ?', node)
  }
}
