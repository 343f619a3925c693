import { UnsupportedError } from 'mediasoup/errors'
import type { Consumer, PipeTransport, WebRtcTransport } from 'mediasoup/types'
import * as v from 'valibot'
import { ProtocolError, type WireError } from '../../protocol/errors.ts'
import type { PipeId, ProducerId, TransportId } from '../../protocol/ids.ts'
import { NodeOutcome } from '../../protocol/node-edge/requests.ts'
import { readJson } from '../../protocol/reading.ts'
import type { MediaWorker } from './workers/media-worker.ts'

/** WireError's limit on a message. */
const MESSAGE_MAX_LENGTH = 500

/** mediasoup names it for every pipe (RFC 5450); none of our pages sends it, and the protocol does not know it. */
const TIME_OFFSET = 'urn:ietf:params:rtp-hdrext:toffset'

export const DONE: NodeOutcome = { outcome: 'done' }

/** What a page needs to connect to `transport` of that worker, which the edge calls `id`. Throws as `asOnTheWire` does. */
export function transportCreated(
  id: TransportId,
  transport: WebRtcTransport,
  worker: Pick<MediaWorker, 'candidatesOf'>,
): NodeOutcome {
  const { iceParameters, dtlsParameters } = transport
  const iceCandidates = worker.candidatesOf(transport)
  const description = { id, iceParameters, iceCandidates, dtlsParameters }
  return asOnTheWire({ outcome: 'transport-created', transport: description })
}

/** What a page needs to receive `consumer`. Throws as `asOnTheWire` does. */
export function consumed(transport: TransportId, producer: ProducerId, consumer: Consumer): NodeOutcome {
  const { id, kind, rtpParameters } = consumer
  return asOnTheWire({ outcome: 'consumed', transport, producer, consumer: id, kind, rtpParameters })
}

/** What the other end of the pipe needs to connect to this one. Throws as `asOnTheWire` does. */
export function pipeOpened(pipe: PipeId, { tuple, srtpParameters }: PipeTransport): NodeOutcome {
  const address = { ip: tuple.localAddress, port: tuple.localPort }
  return asOnTheWire({ outcome: 'pipe-opened', pipe, address, srtpParameters })
}

/** What the other end of the pipe needs to receive `consumer`. Throws as `asOnTheWire` does. */
export function pipeConsumed(pipe: PipeId, producer: ProducerId, consumer: Consumer): NodeOutcome {
  const { kind, producerPaused: paused } = consumer
  const headerExtensions = consumer.rtpParameters.headerExtensions?.filter(({ uri }) => uri !== TIME_OFFSET)
  const rtpParameters = { ...consumer.rtpParameters, headerExtensions }
  return asOnTheWire({ outcome: 'pipe-consumed', pipe, producer, kind, rtpParameters, paused })
}

/** A thrown error as an outcome. */
export function failed(thrown: unknown): NodeOutcome {
  const { code, message } = reasonOf(thrown)
  return { outcome: 'failed', code, message }
}

/**
 * A thrown error as the edge is told it: ours keep their code; mediasoup's are `media-unsupported` where it does not know such
 * media, and else `media-failed`.
 */
export function reasonOf(thrown: unknown): WireError {
  if (thrown instanceof ProtocolError) return thrown.toWire()
  const code = thrown instanceof UnsupportedError ? 'media-unsupported' : 'media-failed'
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return { code, message: message.slice(0, MESSAGE_MAX_LENGTH) }
}

/**
 * Holds what mediasoup made against the protocol, here where the reason can still be told. mediasoup writes
 * `undefined` where the protocol has nothing, which JSON leaves out. Throws when mediasoup negotiated something that
 * the protocol does not know.
 */
const asOnTheWire = (outcome: unknown): NodeOutcome => v.parse(NodeOutcome, readJson(JSON.stringify(outcome)))
