import * as v from 'valibot'
import { NodeId } from '../../../protocol/ids.ts'
import { isSpoken, NODE_EDGE, type UnspokenVersion } from '../../../protocol/version.ts'
import { ReadableRows } from '../../storage/readable-rows.ts'

const Row = v.object({ node: NodeId, version: v.nullable(v.number()) })

/** The version that a node spoke when it dialled last, where that is none of ours. */
export interface Unspoken {
  readonly version: UnspokenVersion
}

/** Nodes that have proved who they are, and speak a version that this edge does not (N27). */
export class UnspokenVersions {
  readonly #sql: SqlStorage
  readonly #readable = new ReadableRows('unspoken_versions', Row)

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec('CREATE TABLE IF NOT EXISTS unspoken_versions (node TEXT PRIMARY KEY, version INTEGER)')
  }

  /** Null where the node spoke one of ours, or one that is ours by now. */
  of(node: NodeId): Unspoken | null {
    const [row] = this.#sql.exec('SELECT node, version FROM unspoken_versions WHERE node = ?', node).toArray()
    return row ? told(v.parse(Row, row)) : null
  }

  /** All that is kept of it, read once. */
  all(): (node: NodeId) => Unspoken | null {
    const rows = this.#sql.exec<{ node: string }>('SELECT node, version FROM unspoken_versions').toArray()
    const kept = new Map(this.#readable.read(rows, ({ node }) => node).map((row) => [row.node, told(row)]))
    return (node) => kept.get(node) ?? null
  }

  set(node: NodeId, unspoken: Unspoken | null): void {
    this.#sql.exec('DELETE FROM unspoken_versions WHERE node = ?', node)
    if (!unspoken) return
    this.#sql.exec('INSERT INTO unspoken_versions (node, version) VALUES (?, ?)', node, unspoken.version)
  }
}

const told = ({ version }: Unspoken): Unspoken | null =>
  version !== null && isSpoken(NODE_EDGE, version) ? null : { version }
