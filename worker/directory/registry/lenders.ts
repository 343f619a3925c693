import * as v from 'valibot'
import { Lender } from '../../../protocol/http/lender.ts'
import { NodeId } from '../../../protocol/ids.ts'
import { NodePublicKey } from '../../../protocol/node-edge/keys.ts'
import { ReadableRows } from '../../storage/readable-rows.ts'

const Row = v.object({
  node: NodeId,
  key: v.nullable(NodePublicKey),
  lender: v.pipe(v.string(), v.parseJson(), Lender),
})
type LenderRow = v.InferOutput<typeof Row>

/** Letters of an id that come from a name, so that a number still fits behind them. */
const ID_FROM_NAME_MAX_LENGTH = 56

/** Who lends which node, and its key; null once it was revoked. */
export class Lenders {
  readonly #sql: SqlStorage
  readonly #readable = new ReadableRows('lenders', Row)

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec(
      'CREATE TABLE IF NOT EXISTS lenders (node TEXT PRIMARY KEY, key TEXT, lender TEXT NOT NULL)',
    )
  }

  /** All that can be read: one that cannot keeps nobody from the list of the others. */
  all(): LenderRow[] {
    const rows = this.#sql.exec<{ node: string }>('SELECT node, key, lender FROM lenders').toArray()
    return this.#readable.read(rows, ({ node }) => node)
  }

  /** Whether that node is lent, or was: its id is nobody else's. */
  has(node: NodeId): boolean {
    return this.#sql.exec('SELECT node FROM lenders WHERE node = ?', node).toArray().length > 0
  }

  /** Whether it was revoked. */
  isRevoked(node: NodeId): boolean {
    const query = 'SELECT node FROM lenders WHERE node = ? AND key IS NULL'
    return this.#sql.exec(query, node).toArray().length > 0
  }

  /** Who lends that node; null where nobody does. Throws where it cannot be read: such a node is neither let in nor sent away. */
  of(node: NodeId): LenderRow | null {
    const [row] = this.#sql.exec('SELECT node, key, lender FROM lenders WHERE node = ?', node).toArray()
    return row ? v.parse(Row, row) : null
  }

  enrol(node: NodeId, key: NodePublicKey, lender: Lender): void {
    this.#sql.exec(
      'INSERT INTO lenders (node, key, lender) VALUES (?, ?, ?)',
      node,
      key,
      JSON.stringify(lender),
    )
  }

  eraseKey(node: NodeId): void {
    this.#sql.exec('UPDATE lenders SET key = NULL WHERE node = ?', node)
  }
}

/** An id that people recognise: `Bibliothèque de Lyon` becomes `bibliotheque-de-lyon`, and the next one `…-2`. */
export function nodeIdFor(name: string, isTaken: (node: NodeId) => boolean): NodeId {
  const word = wordOf(name)
  for (let count = 1; ; count += 1) {
    const node = v.parse(NodeId, count === 1 ? word : `${word}-${count}`)
    if (!isTaken(node)) return node
  }
}

function wordOf(name: string): string {
  const fit = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return fit.slice(0, ID_FROM_NAME_MAX_LENGTH).replaceAll(/^-+|-+$/g, '') || 'node'
}
