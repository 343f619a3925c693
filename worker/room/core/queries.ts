import type { NodeId } from '../../../protocol/ids.ts'
import type { RoomDraft } from './draft.ts'
import type { PeerState } from './state.ts'

/** The people whose media a node carries, or was asked to; not those who are leaving it. */
export const peersOn = (draft: RoomDraft, node: NodeId): PeerState[] =>
  [...draft.peers.values()].filter((peer) => peer.node === node)

/** The nodes that carry somebody of the room, those with most people first; those that are being left come last. */
export function nodesInUse(draft: RoomDraft): NodeId[] {
  const counts = new Map<NodeId, number>()
  for (const { node, former } of draft.peers.values()) {
    if (node !== null) counts.set(node, (counts.get(node) ?? 0) + 1)
    if (former !== null) counts.set(former.node, counts.get(former.node) ?? 0)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([node]) => node)
}
