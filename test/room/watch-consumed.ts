import type { NodeOp } from '../../protocol/node-edge/requests.ts'
import type { RoomBench } from './room-bench.ts'

type Consume = Extract<NodeOp, { op: 'consume' }>

/** All that nodes are asked from now on to give somebody, in its order. */
export function watchConsumed(room: RoomBench): readonly Consume[] {
  const consumed: Consume[] = []
  room.watch = ({ effects }) => {
    for (const effect of effects)
      if (effect.do === 'ask-node') consumed.push(...effect.ops.filter((op) => op.op === 'consume'))
  }
  return consumed
}
