import * as v from 'valibot'
import { NodeId, NodeSessionId } from '../../../protocol/ids.ts'
import { PORTS_RETRY_MAX_MS, PORTS_RETRY_MIN_MS } from '../../../protocol/limits.ts'
import type { NodeRegistration } from '../../../protocol/node-edge/events.ts'
import { AnnouncedMedia, TriedPort } from '../../../protocol/node-edge/port-check.ts'
import { NOT_TRIED } from './port-verdict.ts'

const CheckRecord = v.object({
  /** The life of the node that is spoken of, and where it said that its media arrives. */
  session: NodeSessionId,
  media: AnnouncedMedia,
  verdict: v.object({ reachable: v.boolean(), ports: v.array(TriedPort), failures: v.number() }),
  /** Who tried its ports last. */
  prover: v.nullable(NodeId),
  /** When they are to be tried next, and when that was last begun (ms since the epoch). */
  dueAt: v.number(),
  triedAt: v.number(),
  /** How often it came with other ports than before, each time within half a day after the last. */
  moves: v.number(),
  movedAt: v.number(),
})
export type CheckRecord = v.InferOutput<typeof CheckRecord>

/** Null where an earlier version of the edge wrote it: then it is checked anew. */
function readRecord(record: string): CheckRecord | null {
  const read = v.safeParse(CheckRecord, JSON.parse(record))
  return read.success ? read.output : null
}

/** After so long a move is a first one again: home lines get other addresses each night. */
const MOVES_FORGOTTEN_AFTER_MS = 12 * 60 * 60 * 1_000

/** One move more than there were lately; the node's first place is none. */
function moved(before: CheckRecord | null, now: number): Pick<CheckRecord, 'moves' | 'movedAt'> {
  if (!before) return { moves: 0, movedAt: now }
  const isLately = before.movedAt + MOVES_FORGOTTEN_AFTER_MS > now
  return { moves: isLately ? before.moves + 1 : 1, movedAt: now }
}

/** Whether media arrives at the same ports; a node that names its addresses in another order has changed them. */
const isSame = (one: AnnouncedMedia, other: AnnouncedMedia): boolean =>
  one.firstPort === other.firstPort &&
  one.lastPort === other.lastPort &&
  one.addresses.length === other.addresses.length &&
  one.addresses.every((address, at) => address === other.addresses[at])

/** What is known of the media ports of the nodes that are lent, and when each is to be checked. */
export class CheckRecords {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec(
      'CREATE TABLE IF NOT EXISTS checks (node TEXT PRIMARY KEY, reachable INTEGER NOT NULL, record TEXT NOT NULL)',
    )
  }

  of(node: NodeId): CheckRecord | null {
    const [row] = this.#sql
      .exec<{ record: string }>('SELECT record FROM checks WHERE node = ?', node)
      .toArray()
    return row ? readRecord(row.record) : null
  }

  /** What is known of all of them. */
  all(): Map<NodeId, CheckRecord> {
    const rows = this.#sql.exec<{ node: string; record: string }>('SELECT node, record FROM checks').toArray()
    const known = rows.flatMap(({ node, record }) => {
      const read = readRecord(record)
      return read ? [[v.parse(NodeId, node), read] as const] : []
    })
    return new Map(known)
  }

  /** Quicker than reading all that is known: each heartbeat asks it. */
  isReachable(node: NodeId): boolean {
    return (
      this.#sql.exec('SELECT node FROM checks WHERE node = ? AND reachable = 1', node).toArray().length > 0
    )
  }

  set(node: NodeId, record: CheckRecord): void {
    this.#sql.exec(
      'INSERT OR REPLACE INTO checks (node, reachable, record) VALUES (?, ?, ?)',
      node,
      record.verdict.reachable ? 1 : 0,
      JSON.stringify(record),
    )
  }

  /**
   * What is known of a node that has registered so. Another life of it is to be checked soon, and what was known holds
   * until then; ports that are others than before were never tried. Whoever comes with others again and again waits longer
   * each time: provers are not to be sent round the Internet.
   */
  registered({ node, session, media }: NodeRegistration, now: number): CheckRecord {
    const before = this.of(node)
    const isSamePlace = before !== null && isSame(before.media, media)
    if (before && isSamePlace && before.session === session) return before
    const known = before && isSamePlace ? before : { verdict: NOT_TRIED, prover: null }
    const { verdict, prover } = known
    const { moves, movedAt } = isSamePlace && before ? before : moved(before, now)
    const triedAt = before?.triedAt ?? 0
    const pauseMs = Math.min(PORTS_RETRY_MIN_MS * 2 ** Math.max(0, moves - 1), PORTS_RETRY_MAX_MS)
    const record: CheckRecord = {
      session,
      media,
      verdict: { ...verdict, ports: [...verdict.ports], failures: 0 },
      prover,
      dueAt: Math.max(now, triedAt + pauseMs),
      triedAt,
      moves,
      movedAt,
    }
    this.set(node, record)
    return record
  }
}
