import type { ListedNode } from '../../../protocol/http/lending.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import type { NodeReachability } from '../reachability/node-reachability.ts'
import type { AdminStates } from '../registry/admin-states.ts'
import type { ConnectedNode } from '../registry/connected-nodes.ts'
import type { Lenders } from '../registry/lenders.ts'
import type { NodePauses } from '../registry/node-pauses.ts'

interface Sources {
  /** The operator's own. */
  readonly own: readonly NodeId[]
  readonly lenders: Lenders
  readonly adminStates: AdminStates
  readonly reachability: NodeReachability
  readonly pauses: NodePauses
  readonly connected: ReadonlyMap<NodeId, ConnectedNode>
}

/** All nodes that may dial, or might once, as the operator reads them. Each table is read once, however many there are. */
export function listNodes({
  own,
  lenders,
  adminStates,
  reachability,
  pauses,
  connected,
}: Sources): ListedNode[] {
  const standingOf = adminStates.all()
  const outOfTurn = pauses.allOutOfTurn()
  const reachabilityOf = reachability.all()
  const all = [...own.map((node) => ({ node, lender: null })), ...lenders.all()]
  return all.map(({ node, lender }) => {
    const { standing, reason } = standingOf(node)
    return {
      node,
      lender,
      adminState: standing,
      // Also why a node that stands as active gets no new rooms for now.
      reason: reason ?? outOfTurn.get(node) ?? null,
      reachability: reachabilityOf(node),
      connected: told(connected.get(node)),
    }
  })
}

function told(node: ConnectedNode | undefined): ListedNode['connected'] {
  if (!node) return null
  const { registration, load, notAccepting } = node.row.report
  const { region, version, capacity, limits } = registration
  return { region, version, capacity, limits, load, notAccepting }
}
