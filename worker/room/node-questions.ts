import type { NodeOp } from '../../protocol/node-requests.ts'
import type { Pending } from './inputs.ts'
import type { Turn } from './turn.ts'

/** Asks the room's node; where the room is on none there is nobody to ask, and nothing there to change. */
export function askNode(turn: Turn, ops: readonly NodeOp[], pending: Pending): void {
  const { placement } = turn.head
  if (placement.at === 'node') turn.do({ do: 'ask', node: placement.node, ops, pending })
}
