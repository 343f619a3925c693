import type { PeerId } from '../../../protocol/ids.ts'
import { problemWithReceived } from '../../../protocol/media/offered-media.ts'
import { type ConsumerInfo, KIND_OF_SOURCE } from '../../../protocol/media/session.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'

/**
 * What a page is told of a consumer that the node has made of `owner`'s producer; null where it is nothing that our routers
 * make of such a source (P5): a node may be a stranger's, and one stream that a browser cannot negotiate would end all others.
 */
export function consumerInfo(
  draft: RoomDraft,
  made: Extract<NodeOutcome, { outcome: 'consumed' }>,
  owner: PeerId,
): ConsumerInfo | null {
  const source = draft.peer(owner)?.producers.find(({ id }) => id === made.producer)?.source
  if (source === undefined || made.kind !== KIND_OF_SOURCE[source]) return null
  if (problemWithReceived(made.kind, made.rtpParameters) !== null) return null
  const { consumer: id, producer, kind, rtpParameters } = made
  return { id, peer: owner, producer, kind, rtpParameters }
}
