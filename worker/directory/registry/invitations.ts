import * as v from 'valibot'
import { ProtocolError } from '../../../protocol/errors.ts'
import { Lender } from '../../../protocol/http/lender.ts'
import { NodeId } from '../../../protocol/ids.ts'
import { NodePublicKey } from '../../../protocol/node-edge/keys.ts'

/** How long the edge can say of an invitation that it was used, or has expired, after it did. */
const REMEMBERED_MS = 90 * 24 * 60 * 60 * 1_000

const Row = v.object({
  lender: v.pipe(v.string(), v.parseJson(), Lender),
  until: v.number(),
  usedBy: v.nullable(NodePublicKey),
  node: v.nullable(NodeId),
})
type InvitationRow = v.InferOutput<typeof Row>

/** Invitations to lend a node, by the SHA-256 of their codes: from what is kept here, nobody can enrol. */
export class Invitations {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS invitations (
        codeHash TEXT PRIMARY KEY, lender TEXT NOT NULL, until INTEGER NOT NULL, usedBy TEXT, node TEXT
      )
    `)
  }

  add(codeHash: string, lender: Lender, until: number, now: number): void {
    this.#sql.exec('DELETE FROM invitations WHERE until < ?', now - REMEMBERED_MS)
    this.#sql.exec(
      'INSERT INTO invitations (codeHash, lender, until) VALUES (?, ?, ?)',
      codeHash,
      JSON.stringify(lender),
      until,
    )
  }

  /**
   * Whom it invites, and as which node where that very key has used it before: its answer was lost. Throws
   * `invitation-unknown`, `invitation-used` and `invitation-expired`.
   */
  open(codeHash: string, key: NodePublicKey, now: number): Pick<InvitationRow, 'lender' | 'node'> {
    const [row] = this.#sql
      .exec('SELECT lender, until, usedBy, node FROM invitations WHERE codeHash = ?', codeHash)
      .toArray()
    if (!row) throw new ProtocolError('invitation-unknown', 'there is no such invitation')
    const { lender, until, usedBy, node } = v.parse(Row, row)
    if (usedBy === key) return { lender, node }
    if (usedBy !== null) throw new ProtocolError('invitation-used', 'another node was enrolled with it')
    if (until <= now) {
      const day = new Date(until).toISOString().slice(0, 10)
      throw new ProtocolError('invitation-expired', `it was valid until ${day}`)
    }
    return { lender, node: null }
  }

  use(codeHash: string, key: NodePublicKey, node: NodeId): void {
    this.#sql.exec('UPDATE invitations SET usedBy = ?, node = ? WHERE codeHash = ?', key, node, codeHash)
  }
}
