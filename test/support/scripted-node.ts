import * as v from 'valibot'
import { ConsumerId, type ProducerId } from '../../protocol/ids.ts'
import type { MediaKind, RtpParameters } from '../../protocol/media/rtp.ts'
import { KIND_OF_SOURCE, type MediaSource } from '../../protocol/media/session.ts'
import type { DtlsParameters } from '../../protocol/media/transport.ts'
import type { NodeOp, NodeOutcome } from '../../protocol/node-edge/requests.ts'

/** Where a test is about the edge, a node that follows the book without carrying anything. */

export const someDtls: DtlsParameters = {
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }],
}

export const someRtp: RtpParameters = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 4242 }],
}

export const somePictures: RtpParameters = {
  codecs: [{ mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 }],
  encodings: [{ ssrc: 4242 }],
}

const rtpOfKind = (kind: MediaKind): RtpParameters => (kind === 'audio' ? someRtp : somePictures)

/** What may be sent of a source. */
export const rtpOf = (source: MediaSource): RtpParameters => rtpOfKind(KIND_OF_SOURCE[source])

/** Remembers kinds of producers, as consumers are of their producer's. */
export class ScriptedNode {
  readonly #kinds = new Map<ProducerId, MediaKind>()
  /** Where it is said to be reached. */
  address = '203.0.113.7'
  pipeAddress: string | null = null
  pipePort = 41_000

  answer(ops: readonly NodeOp[]): NodeOutcome[] {
    return ops.map((op) => this.#outcome(op))
  }

  #outcome(op: NodeOp): NodeOutcome {
    switch (op.op) {
      case 'create-transport':
        return {
          outcome: 'transport-created',
          transport: {
            id: op.transport,
            iceParameters: { usernameFragment: 'ufrag', password: 'apassword'.repeat(3) },
            iceCandidates: [
              {
                foundation: 'udp',
                priority: 1,
                ip: this.address,
                address: this.address,
                protocol: 'udp',
                port: 40_000,
                type: 'host',
              },
            ],
            dtlsParameters: someDtls,
          },
        }
      case 'restart-ice':
        return {
          outcome: 'ice-restarted',
          transport: op.transport,
          iceParameters: { usernameFragment: 'another', password: 'another'.repeat(4) },
        }
      case 'produce':
        this.#kinds.set(op.producer, op.kind)
        return { outcome: 'done' }
      case 'consume': {
        const kind = this.#kinds.get(op.producer)
        if (!kind) return { outcome: 'failed', code: 'media-failed', message: 'no such producer' }
        const consumer = v.parse(ConsumerId, `${op.producer}_${op.transport}`.slice(0, 64))
        return {
          outcome: 'consumed',
          transport: op.transport,
          producer: op.producer,
          consumer,
          kind,
          rtpParameters: rtpOfKind(kind),
        }
      }
      case 'close-producer':
        this.#kinds.delete(op.producer)
        return { outcome: 'done' }
      case 'open-pipe':
        return {
          outcome: 'pipe-opened',
          pipe: op.pipe,
          address: { ip: this.pipeAddress ?? this.address, port: this.pipePort },
          srtpParameters: { cryptoSuite: 'AEAD_AES_256_GCM', keyBase64: 'A'.repeat(60) },
        }
      case 'pipe-consume': {
        const kind = this.#kinds.get(op.producer)
        if (!kind) return { outcome: 'failed', code: 'not-found', message: 'no such producer' }
        const { pipe, producer } = op
        return {
          outcome: 'pipe-consumed',
          pipe,
          producer,
          kind,
          rtpParameters: rtpOfKind(kind),
          paused: false,
        }
      }
      case 'pipe-produce':
        this.#kinds.set(op.producer, op.kind)
        return { outcome: 'done' }
      default:
        return { outcome: 'done' }
    }
  }
}
