import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { MediaRoomId, newProducerId, PipeId, type ProducerId, TransportId } from '../../../protocol/ids.ts'
import { ROUTER_RTP_CAPABILITIES } from '../../../protocol/media/codecs.ts'
import type { MediaKind, RtpParameters } from '../../../protocol/media/rtp.ts'
import type { NodeBatch, NodeOp, NodeOutcome } from '../../../protocol/node-edge/requests.ts'

/** What the edge asks in these tests, in few words. */

export const newRoom = (): MediaRoomId => v.parse(MediaRoomId, randomBytes(32).toString('hex'))
export const newTransport = (): TransportId => v.parse(TransportId, randomBytes(12).toString('base64url'))
export const newPipe = (): PipeId => v.parse(PipeId, randomBytes(12).toString('base64url'))
export { newProducerId as newProducer }

let lastBatch = 0

export function batch(room: MediaRoomId, ...ops: NodeOp[]): NodeBatch {
  lastBatch += 1
  return { id: lastBatch, room, ops }
}

export const openRouter: NodeOp = { op: 'open-router' }
export const closeRouter: NodeOp = { op: 'close-router' }

/** A transport for a page that sends. */
export const sending = (transport: TransportId): NodeOp => ({
  op: 'create-transport',
  transport,
  rtpCapabilities: null,
})

/** A transport for a page that receives all that a router offers. */
export const receiving = (transport: TransportId) => ({
  op: 'create-transport' as const,
  transport,
  rtpCapabilities: ROUTER_RTP_CAPABILITIES,
})

export const produce = (
  transport: TransportId,
  producer: ProducerId,
  kind: MediaKind,
  rtpParameters: RtpParameters,
): NodeOp => ({ op: 'produce', transport, producer, kind, rtpParameters, paused: false })

export const consume = (transport: TransportId, producer: ProducerId) => ({
  op: 'consume' as const,
  transport,
  producer,
})

/** The outcome of this kind; fails the test, showing the outcome, when it is another. */
export function the<Kind extends NodeOutcome['outcome']>(
  kind: Kind,
  outcome: NodeOutcome | undefined,
): Extract<NodeOutcome, { outcome: Kind }> {
  const is = (it: NodeOutcome | undefined): it is Extract<NodeOutcome, { outcome: Kind }> =>
    it?.outcome === kind
  if (!is(outcome)) throw new Error(`expected ${kind}, but got ${JSON.stringify(outcome)}`)
  return outcome
}
