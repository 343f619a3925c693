import type { ProducerId } from '../../../protocol/ids.ts'
import type { NodeOp } from '../../../protocol/node-edge/requests.ts'
import type { PeerState } from '../core/peer-state.ts'
import { transportId } from '../core/queries.ts'

/**
 * Gives somebody whose session has begun what another one sends. A picture waits until their page says how large it shows it,
 * and so is ready for it (M13): Firefox shows nothing, for good, of one whose first packets came before.
 */
export const consumeOp = (peer: PeerState, producer: ProducerId): NodeOp => ({
  op: 'consume',
  transport: transportId(peer, 'receive'),
  producer,
  awaitsView: true,
})
