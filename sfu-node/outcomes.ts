import type { Consumer, WebRtcTransport } from 'mediasoup/types'
import * as v from 'valibot'
import { ProtocolError } from '../protocol/errors.ts'
import type { ProducerId, TransportId } from '../protocol/ids.ts'
import { NodeOutcome } from '../protocol/node-requests.ts'

/** WireError's limit on a message. */
const MESSAGE_MAX_LENGTH = 500

export const DONE: NodeOutcome = { outcome: 'done' }

/** What a page needs to connect to `transport`, which the edge calls `id`. */
export function transportCreated(id: TransportId, transport: WebRtcTransport): NodeOutcome {
  const { iceParameters, iceCandidates, dtlsParameters } = transport
  return { outcome: 'transport-created', transport: { id, iceParameters, iceCandidates, dtlsParameters } }
}

/**
 * What a page needs to receive `consumer`. It is read with the schema, because mediasoup's types promise less than
 * the protocol's: throws when mediasoup negotiated something that the protocol does not know.
 */
export function consumed(transport: TransportId, producer: ProducerId, consumer: Consumer): NodeOutcome {
  const { id, kind, rtpParameters } = consumer
  return v.parse(NodeOutcome, { outcome: 'consumed', transport, producer, consumer: id, kind, rtpParameters })
}

/** A thrown error as an outcome: ours keep their code, mediasoup's are `media-failed`. */
export function failed(thrown: unknown): NodeOutcome {
  const code = thrown instanceof ProtocolError ? thrown.code : 'media-failed'
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return { outcome: 'failed', code, message: message.slice(0, MESSAGE_MAX_LENGTH) }
}
