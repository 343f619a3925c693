import type { ProducerId } from '../../../protocol/ids.ts'
import type { RoomDraft } from './draft.ts'
import type { PeerState } from './state.ts'

/** Who sends that producer; undefined where nobody does, or no longer. */
export const ownerOf = (draft: RoomDraft, id: ProducerId): PeerState | undefined =>
  [...draft.peers.values()].find((peer) => peer.producers.some((producer) => producer.id === id))
