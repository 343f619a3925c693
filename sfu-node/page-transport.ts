import type { Consumer, Producer, WebRtcTransport } from 'mediasoup/types'
import { ProtocolError } from '../protocol/errors.ts'
import type { RtpCapabilities } from '../protocol/rtp.ts'
import type { DtlsParameters } from '../protocol/transport.ts'
import type { RoomRouter } from './room-routers.ts'

/** A transport to one page, with what that page can receive, and what it receives already. */
export class PageTransport {
  readonly transport: WebRtcTransport
  readonly at: RoomRouter
  readonly #rtpCapabilities: RtpCapabilities | null
  /** By mediasoup's id of the producer, which is never used twice. */
  readonly #consumers = new Map<string, Consumer>()
  #connected = false

  constructor(transport: WebRtcTransport, at: RoomRouter, rtpCapabilities: RtpCapabilities | null) {
    this.transport = transport
    this.at = at
    this.#rtpCapabilities = rtpCapabilities
  }

  /** Gives mediasoup the page's side of DTLS (RFC 5763); a second time changes nothing. Throws what mediasoup throws. */
  async connect(dtlsParameters: DtlsParameters): Promise<void> {
    if (this.#connected) return
    await this.transport.connect({ dtlsParameters })
    this.#connected = true
  }

  consumerOf(producer: Producer): Consumer | undefined {
    return this.#consumers.get(producer.id)
  }

  /**
   * A consumer of `producer` on this transport, where there is none yet. It is not paused, though the page may not be
   * connected yet: mediasoup asks for a key frame once it is. Throws what mediasoup throws, above all when the page
   * cannot receive this codec.
   */
  async consume(producer: Producer): Promise<Consumer> {
    if (!this.#rtpCapabilities) {
      throw new ProtocolError('media-failed', 'this transport only sends to the node')
    }
    const consumer = await this.transport.consume({
      producerId: producer.id,
      rtpCapabilities: this.#rtpCapabilities,
    })
    this.#consumers.set(producer.id, consumer)
    consumer.observer.once('close', () => this.#consumers.delete(producer.id))
    return consumer
  }

  /**
   * Gives this page so much of `producer` from now on: a layer, or nothing. Whoever sends one layer only sends it or
   * not; voices are not to be seen, and go on. Nothing where there is no such consumer. Throws what mediasoup throws.
   */
  async prefer(producer: Producer, layer: 0 | 1 | 2 | null): Promise<void> {
    const consumer = this.#consumers.get(producer.id)
    if (!consumer || consumer.kind === 'audio') return
    if (layer === null) {
      await consumer.pause()
      return
    }
    // Before it resumes, so that the first key frame it asks for is of the right size.
    if (consumer.type !== 'simple') await consumer.setPreferredLayers({ spatialLayer: layer })
    await consumer.resume()
  }
}
