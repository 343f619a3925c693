import type { LenderInfo } from '../../../protocol/http/lender.ts'
import type { ListedNode, NodeAdminState } from '../../../protocol/http/lending.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import { NODE_SILENCE_MAX_MS } from '../../../protocol/limits.ts'
import { NODE_EDGE } from '../../../protocol/version.ts'
import type { PlaceableNode } from '../../placement/placeable-node.ts'
import { placeable } from './placeable.ts'
import type { NodeReport, ReportRow, Reports } from './reports.ts'

/** A node that was heard lately: what it told, and what placement makes of it. */
export interface ConnectedNode {
  readonly row: ReportRow
  readonly placeable: PlaceableNode
}

/**
 * The nodes that were heard lately, in memory: a heartbeat reads and writes what is kept of that one node, however many
 * others there are. What they told is stored as well, so that a directory that starts anew places rooms at once.
 */
export class ConnectedNodes {
  readonly #reports: Reports
  readonly #isReachable: (node: NodeId) => boolean
  /** The longest unheard first. */
  readonly #nodes = new Map<NodeId, ConnectedNode>()

  /** @param isReachable - Whether a node's media ports were proven to be reachable, as is stored now. */
  constructor(reports: Reports, isReachable: (node: NodeId) => boolean, now: number) {
    this.#reports = reports
    this.#isReachable = isReachable
    for (const row of reports.fresh(now, NODE_EDGE.newest)) this.#put(row)
  }

  /** Takes what a node told; answers whether anybody should hear of it, as they need not of a mere load. */
  take(report: NodeReport, now: number): boolean {
    const { node, protocol } = report.registration
    const before = this.#nodes.get(node)
    this.#reports.take(report, now)
    this.#nodes.delete(node)
    if (protocol !== NODE_EDGE.newest) return before !== undefined
    const { placeable: after } = this.#put({ node, heardAt: now, report })
    return (
      before?.placeable.availability !== after.availability || before.placeable.reachable !== after.reachable
    )
  }

  /** What is stored of a node has changed. */
  refresh(node: NodeId): void {
    const found = this.#nodes.get(node)
    // It keeps its place in the order in which they were heard.
    if (found) this.#put(found.row)
  }

  /** The operator has said what a node is to be. */
  setAdminState(node: NodeId, adminState: NodeAdminState): void {
    const found = this.#nodes.get(node)
    if (!found) return
    const { heardAt, report } = found.row
    const changed = { ...report, admitted: { ...report.admitted, adminState } }
    this.#reports.take(changed, heardAt)
    this.#put({ node, heardAt, report: changed })
  }

  /** A node is gone. */
  forget(node: NodeId): void {
    this.#reports.forget(node)
    this.#nodes.delete(node)
  }

  /** Those that were heard lately, at `now` (ms since the epoch). */
  fresh(now: number): ReadonlyMap<NodeId, ConnectedNode> {
    for (const [node, { row }] of this.#nodes) {
      if (row.heardAt + NODE_SILENCE_MAX_MS > now) break
      this.#nodes.delete(node)
    }
    return this.#nodes
  }

  /** Those that were heard lately, as placement weighs them. */
  placeable(now: number): PlaceableNode[] {
    return Array.from(this.fresh(now).values(), (each) => each.placeable)
  }

  /** Whether that node takes rooms that have none. */
  takesRooms(node: NodeId, now: number): boolean {
    const found = this.fresh(now).get(node)?.placeable
    return found?.availability === 'active' && found.reachable
  }

  /** By whom a node is lent; null for the operator's own, and for one that was not heard lately. */
  lenderOf(node: NodeId): LenderInfo | null {
    const lender = this.#nodes.get(node)?.row.report.admitted.lender ?? null
    return lender && { name: lender.name, link: lender.link }
  }

  /** What those that were heard lately have told, as operators read it. */
  told(now: number): Map<NodeId, NonNullable<ListedNode['connected']>> {
    return new Map(
      Array.from(this.fresh(now), ([node, { row }]) => {
        const { registration, load, notAccepting } = row.report
        const { region, version, capacity, limits } = registration
        return [node, { region, version, capacity, limits, load, notAccepting }]
      }),
    )
  }

  #put(row: ReportRow): ConnectedNode {
    const node = { row, placeable: placeable(row, this.#isReachable(row.node)) }
    this.#nodes.set(row.node, node)
    return node
  }
}
