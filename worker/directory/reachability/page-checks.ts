import * as v from 'valibot'
import { ProtocolError } from '../../../protocol/errors.ts'
import { CheckId, NodeId } from '../../../protocol/ids.ts'
import { CHECK_TICKET_TTL_MS, PAGE_CHECK_MAX_MS } from '../../../protocol/limits.ts'
import type { NodeRegistration } from '../../../protocol/node-edge/events.ts'
import { MediaPort } from '../../../protocol/node-edge/port-check.ts'

const Opened = v.object({ check: CheckId, ports: v.array(MediaPort) })
type Opened = v.InferOutput<typeof Opened>

const Row = v.object({
  node: NodeId,
  opened: v.nullable(v.pipe(v.string(), v.parseJson(), Opened)),
})

/** The tickets with which pages may try a node's media ports (N21): of each node one at a time, by its hash. */
export class PageChecks {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS page_checks (
        node TEXT PRIMARY KEY, session TEXT NOT NULL, hash TEXT NOT NULL, until INTEGER NOT NULL, opened TEXT
      )
    `)
  }

  /** Whether that life of the node has a ticket that is still good, or a check under way. */
  isWaiting({ node, session }: NodeRegistration, now: number): boolean {
    return (
      this.#sql
        .exec('SELECT node FROM page_checks WHERE node = ? AND session = ? AND until > ?', node, session, now)
        .toArray().length > 0
    )
  }

  add({ node, session }: NodeRegistration, hash: string, now: number): void {
    this.#sql.exec(
      'INSERT OR REPLACE INTO page_checks (node, session, hash, until, opened) VALUES (?, ?, ?, ?, NULL)',
      node,
      session,
      hash,
      now + CHECK_TICKET_TTL_MS,
    )
  }

  /** Whose ticket that is; it opens nothing a second time. Throws `not-found`. */
  spend(hash: string, now: number): NodeId {
    const { node, opened } = this.#row(hash, now)
    if (opened) throw unknownTicket()
    return node
  }

  /** A page that does not come back with what came of it must not keep the node from another ticket for long. */
  opened(node: NodeId, opened: Opened, now: number): void {
    this.#sql.exec(
      'UPDATE page_checks SET opened = ?, until = ? WHERE node = ?',
      JSON.stringify(opened),
      now + PAGE_CHECK_MAX_MS,
      node,
    )
  }

  /** What was opened with that ticket, which is no more from then on. Throws `not-found`. */
  end(hash: string, now: number): Opened & { readonly node: NodeId } {
    const { node, opened } = this.#row(hash, now)
    if (!opened) throw unknownTicket()
    this.#sql.exec('DELETE FROM page_checks WHERE node = ?', node)
    return { node, ...opened }
  }

  #row(hash: string, now: number): v.InferOutput<typeof Row> {
    const [row] = this.#sql
      .exec('SELECT node, opened FROM page_checks WHERE hash = ? AND until > ?', hash, now)
      .toArray()
    if (!row) throw unknownTicket()
    return v.parse(Row, row)
  }
}

const unknownTicket = () => new ProtocolError('not-found', 'that ticket is no longer good')
