import type { LenderInfo } from '../../../protocol/http/lender.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import type { RoomDraft } from '../core/draft.ts'
import { nodesInUse } from '../core/queries.ts'

/** By whom people are carried (S7): the directory says it with each node that it names, and the room remembers it with the node. */

/** The directory has named a node. */
export function noteLender(draft: RoomDraft, node: NodeId | null, lender: LenderInfo | null): void {
  if (node === null) return
  const others = draft.head.lenders.filter((each) => each.node !== node)
  if (lender !== null) draft.changeHead({ lenders: [...others, { node, lender }] })
  else if (others.length < draft.head.lenders.length) draft.changeHead({ lenders: others })
}

/** Who lends that node; null where it is the operator's own. */
export const lenderOf = (draft: RoomDraft, node: NodeId): LenderInfo | null =>
  draft.head.lenders.find((each) => each.node === node)?.lender ?? null

/** Forgets those whose nodes the room has left. A pass of every step. */
export function forgetLenders(draft: RoomDraft): void {
  const { placement, lenders } = draft.head
  if (lenders.length === 0) return
  const here = nodesInUse(draft)
  const kept = lenders.filter(
    ({ node }) => here.includes(node) || (placement.at === 'node' && placement.node === node),
  )
  if (kept.length < lenders.length) draft.changeHead({ lenders: kept })
}
