import type { PeerId } from '../../protocol/ids.ts'
import type { ConsumerInfo } from '../../protocol/media.ts'
import type { NodeOutcome } from '../../protocol/node-requests.ts'

/** What a page is told of a consumer that the node has made of `owner`'s producer. */
export const consumerOf = (
  made: Extract<NodeOutcome, { outcome: 'consumed' }>,
  owner: PeerId,
): ConsumerInfo => ({
  id: made.consumer,
  peer: owner,
  producer: made.producer,
  kind: made.kind,
  rtpParameters: made.rtpParameters,
})
