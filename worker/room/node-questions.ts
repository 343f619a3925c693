import type { NodeId } from '../../protocol/ids.ts'
import type { NodeOp } from '../../protocol/node-requests.ts'
import type { Pending } from './inputs.ts'
import type { Turn } from './turn.ts'

/** Asks a node; where there is none there is nobody to ask, and nothing there to change. */
export function askNode(turn: Turn, node: NodeId | null, ops: readonly NodeOp[], pending: Pending): void {
  if (node !== null) turn.do({ do: 'ask', node, ops, pending })
}

/** Tells a node something of which nothing has to be known but that it was said. */
export function tellNode(turn: Turn, node: NodeId | null, ops: readonly NodeOp[]): void {
  askNode(turn, node, ops, { to: 'note' })
}
