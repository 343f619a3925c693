import type { ListedNode } from '../../../protocol/http/lending.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import type { NodeRegistry } from '../registry/node-registry.ts'
import type { RegionView } from '../registry/region-nodes.ts'

const NOT_TRIED = { reachable: false, ports: [] }

/** All nodes that may dial, or might once, with what the regions know of them. */
export function listNodes(
  registered: ReturnType<NodeRegistry['all']>,
  views: readonly RegionView[],
): ListedNode[] {
  return registered.map((each) => {
    const { node, lender, reason } = each
    // A node that has moved is known to several regions; the one in which it is now speaks first.
    const speaking = views.toSorted((one, other) => isThere(other, node) - isThere(one, node))
    const first = <What>(what: (view: RegionView) => What | undefined): What | null =>
      speaking.map(what).find((said) => said !== undefined) ?? null
    return {
      ...each,
      // Also why a node that stands as active gets no new rooms for now.
      reason: reason ?? first(({ stalled }) => stalled.get(node)),
      reachability:
        lender === null ? null : (first(({ reachability }) => reachability.get(node)) ?? NOT_TRIED),
      connected: first(({ connected }) => connected.get(node)),
    }
  })
}

const isThere = ({ connected }: RegionView, node: NodeId): number => (connected.has(node) ? 1 : 0)
