import { randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { Consumer, PlainTransport, Producer } from 'mediasoup/types'
import type { RoomRouter } from '../../sfu-node/media/room-routers.ts'

const LOOPBACK = '127.0.0.1'
/** What browsers agree on with mediasoup, and its key and salt in bytes (RFC 7714 §12). */
const SUITE = 'AEAD_AES_128_GCM'
const KEY_BYTES = 28

const LARGEST_LAYER = 2

/** A socket that drops what it gets. */
export class Sink implements AsyncDisposable {
  readonly #socket: Socket

  private constructor(socket: Socket) {
    this.#socket = socket
  }

  static async open(): Promise<Sink> {
    const socket = createSocket('udp4')
    socket.bind(0, LOOPBACK)
    await once(socket, 'listening')
    return new Sink(socket)
  }

  get port(): number {
    return this.#socket.address().port
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await once(this.#socket.close(), 'close')
  }
}

/** Somebody who receives at that router, encrypted as to a browser, though without ICE and DTLS. */
export class Receiver {
  readonly at: RoomRouter
  readonly #transport: PlainTransport

  private constructor(transport: PlainTransport, at: RoomRouter) {
    this.#transport = transport
    this.at = at
  }

  static async open(at: RoomRouter, sink: Sink): Promise<Receiver> {
    const transport = await at.router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: LOOPBACK },
      rtcpMux: true,
      enableSrtp: true,
      srtpCryptoSuite: SUITE,
    })
    const keyBase64 = randomBytes(KEY_BYTES).toString('base64')
    const srtpParameters = { cryptoSuite: SUITE, keyBase64 } as const
    await transport.connect({ ip: LOOPBACK, port: sink.port, srtpParameters })
    return new Receiver(transport, at)
  }

  /** The largest layer of a picture: nobody here answers to estimates of the bandwidth, so that none are made. */
  consume({ id: producerId }: Producer): Promise<Consumer> {
    const { codecs, headerExtensions } = this.at.router.rtpCapabilities
    const plain = codecs?.map((codec) => ({ ...codec, rtcpFeedback: [] }))
    const rtpCapabilities = { codecs: plain ?? [], headerExtensions: headerExtensions ?? [] }
    return this.#transport.consume({
      producerId,
      rtpCapabilities,
      preferredLayers: { spatialLayer: LARGEST_LAYER },
    })
  }
}

/**
 * Whether it receives what it asked for; asks again where it does not. mediasoup looks again for a better layer when
 * the estimate of the bandwidth changes, which it does not here, or when what is preferred does.
 */
export async function isSettled(consumer: Consumer): Promise<boolean> {
  if (consumer.kind === 'audio' || consumer.currentLayers?.spatialLayer === LARGEST_LAYER) return true
  await consumer.setPreferredLayers({ spatialLayer: 0 })
  await consumer.setPreferredLayers({ spatialLayer: LARGEST_LAYER })
  return false
}

/** What was sent to those who receive, so far. */
export async function bytesSentTo(consumers: readonly Consumer[]): Promise<number> {
  const stats = await Promise.all(consumers.map((consumer) => consumer.getStats()))
  return stats.flat().reduce((sum, { type, byteCount }) => sum + (type === 'outbound-rtp' ? byteCount : 0), 0)
}
