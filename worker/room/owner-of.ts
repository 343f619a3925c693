import type { ProducerId } from '../../protocol/ids.ts'
import type { PeerState } from './state.ts'
import type { Turn } from './turn.ts'

/** Who sends that producer; undefined where nobody does, or no longer. */
export const ownerOf = (turn: Turn, id: ProducerId): PeerState | undefined =>
  [...turn.peers.values()].find((peer) => peer.producers.some((producer) => producer.id === id))
