import type { NodeId } from '../../../protocol/ids.ts'
import type { NodeOp } from '../../../protocol/node-requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { Pending } from '../core/inputs.ts'

/** Asks a node; where there is none there is nobody to ask, and nothing there to change. */
export function askNode(
  draft: RoomDraft,
  node: NodeId | null,
  ops: readonly NodeOp[],
  pending: Pending,
): void {
  if (node !== null) draft.do({ do: 'ask-node', node, ops, pending })
}

/** Tells a node something of which nothing has to be known but that it was said. */
export function tellNode(draft: RoomDraft, node: NodeId | null, ops: readonly NodeOp[]): void {
  askNode(draft, node, ops, { to: 'note' })
}
