import * as v from 'valibot'
import { NodeId } from '../../../protocol/ids.ts'
import { NODE_SILENCE_MAX_MS } from '../../../protocol/limits.ts'
import { NodeLoad, NodeRegistration, NotAccepting } from '../../../protocol/node-edge/events.ts'

/** What a connected node has told lately. */
export const NodeReport = v.object({
  registration: NodeRegistration,
  /** Null until its first heartbeat. */
  load: v.nullable(NodeLoad),
  notAccepting: v.nullable(NotAccepting),
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
    // A report as an earlier version of the edge kept it is of no use: the next heartbeat brings another.
    this.#sql.exec(`
      DROP TABLE IF EXISTS nodes;
      CREATE TABLE IF NOT EXISTS reports (
        node TEXT PRIMARY KEY, protocol INTEGER NOT NULL, heardAt INTEGER NOT NULL, report TEXT NOT NULL
      )
    `)
  }

  /** Those that were heard lately, the longest unheard first. */
  fresh(now: number, protocol: number): ReportRow[] {
    return this.#sql
      .exec(
        'SELECT node, heardAt, report FROM reports WHERE heardAt > ? AND protocol = ? ORDER BY heardAt',
        now - NODE_SILENCE_MAX_MS,
        protocol,
      )
      .toArray()
      .map((row) => v.parse(Row, row))
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
