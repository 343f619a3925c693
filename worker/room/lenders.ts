import type { NodeId } from '../../protocol/ids.ts'
import type { Carrier } from '../../protocol/lender.ts'
import { carriers } from './carriers.ts'
import type { Turn } from './turn.ts'

/** By whom people are carried (S7): the directory says it with each node that it names, and the room remembers it with the node. */

/** The directory has named a node. */
export function noteLender(turn: Turn, node: NodeId | null, lender: Carrier | null): void {
  if (node === null) return
  const others = turn.head.lenders.filter((each) => each.node !== node)
  if (lender !== null) turn.changeHead({ lenders: [...others, { node, lender }] })
  else if (others.length < turn.head.lenders.length) turn.changeHead({ lenders: others })
}

/** Who lends that node; null where it is the operator's own. */
export const lenderOf = (turn: Turn, node: NodeId): Carrier | null =>
  turn.head.lenders.find((each) => each.node === node)?.lender ?? null

/** Forgets those whose nodes the room has left. Run at the end of every step. */
export function forgetLenders(turn: Turn): void {
  const { placement, lenders } = turn.head
  if (lenders.length === 0) return
  const here = carriers(turn)
  const kept = lenders.filter(
    ({ node }) => here.includes(node) || (placement.at === 'node' && placement.node === node),
  )
  if (kept.length < lenders.length) turn.changeHead({ lenders: kept })
}
