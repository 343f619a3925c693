import type { ListedNode } from '../../../protocol/http/lending.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import { NODE_EDGE } from '../../../protocol/version.ts'
import type { NodeRegistry } from '../registry/node-registry.ts'
import type { RegionView } from '../registry/region-nodes.ts'

const NOT_TRIED = { reachable: false, ports: [] }

/** All nodes that may dial, or might once, with what the regions know of them. */
export function listNodes(
  registered: ReturnType<NodeRegistry['all']>,
  views: readonly RegionView[],
): ListedNode[] {
  return registered.map((each) => {
    const { unspoken, ...listed } = each
    const { node, lender, adminState, reason } = listed
    // A node that has moved is known to several regions; the one in which it is now speaks first.
    const speaking = views.toSorted((one, other) => isThere(other, node) - isThere(one, node))
    const first = <What>(what: (view: RegionView) => What | undefined): What | null =>
      speaking.map(what).find((said) => said !== undefined) ?? null
    const connected = first((view) => view.connected.get(node))
    // One that is connected, perhaps by another process, speaks a version of ours; of a revoked one nobody wants to know.
    const isRefused = unspoken && connected === null && adminState !== 'revoked'
    return {
      ...listed,
      // Also why a node that stands as active gets no new rooms for now.
      reason: reason ?? first(({ stalled }) => stalled.get(node)),
      reachability:
        lender === null ? null : (first(({ reachability }) => reachability.get(node)) ?? NOT_TRIED),
      connected,
      ...(isRefused && { unspoken: { ...unspoken, isNewer: (unspoken.version ?? 0) > NODE_EDGE.newest } }),
    }
  })
}

const isThere = ({ connected }: RegionView, node: NodeId): number => (connected.has(node) ? 1 : 0)
