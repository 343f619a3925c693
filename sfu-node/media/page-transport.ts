import type { Consumer, Producer, ProducerOptions, WebRtcTransport } from 'mediasoup/types'
import { ProtocolError } from '../../protocol/errors.ts'
import type { PicturePriority } from '../../protocol/media/picture-priority.ts'
import type { RtpCapabilities } from '../../protocol/media/rtp.ts'
import type { DtlsParameters } from '../../protocol/media/transport.ts'
import type { TurnLevel } from '../../protocol/media/turn.ts'
import { PreferredLayers } from './preferred-layers.ts'
import type { RoomRouter } from './room-routers.ts'

/** What one page sends, or receives. */
type Flow = Producer | Consumer

/**
 * What mediasoup is told of each priority (M12). On a narrow way it gives every picture its smallest layer, the highest first;
 * then, of what is left, each as many layers as its number says before the next one gets any: all that it wants.
 */
const MEDIASOUP_PRIORITY = { screen: 255, speaker: 100, other: 1 } as const satisfies Record<
  PicturePriority,
  number
>

/**
 * How long nobody's browser is asked for a second key frame of the same picture, in milliseconds. Chromium leaves requests unanswered for
 * 300 after one that it answered (`EncoderRtcpFeedback` of libwebrtc), and mediasoup waits a second for the answer to each.
 */
const KEY_FRAME_REQUEST_DELAY_MS = 350

/** A transport to one page, with what that page can receive, and what it receives already. */
export class PageTransport {
  readonly transport: WebRtcTransport
  readonly at: RoomRouter
  readonly #rtpCapabilities: RtpCapabilities | null
  /** By mediasoup's id of the producer, which is never used twice. */
  readonly #consumers = new Map<string, Consumer>()
  readonly #layers = new PreferredLayers()
  readonly #producers = new Set<Producer>()
  /** Those that are not to go for their own sake: muted, or not looked at. */
  readonly #unwanted = new Set<Flow>()
  /** What may go whatever is wanted. */
  #turnLevel: TurnLevel = 'all'
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

  /** mediasoup's ids of what this page receives. */
  get consumed(): readonly string[] {
    return [...this.#consumers.keys()]
  }

  /** Takes something of this page. Throws what mediasoup throws. */
  async produce(options: ProducerOptions): Promise<Producer> {
    const producer = await this.transport.produce({
      ...options,
      keyFrameRequestDelay: KEY_FRAME_REQUEST_DELAY_MS,
    })
    this.#producers.add(producer)
    producer.observer.once('close', () => {
      this.#producers.delete(producer)
      this.#unwanted.delete(producer)
    })
    if (producer.paused) this.#unwanted.add(producer)
    if (!this.#allows(producer)) await producer.pause()
    return producer
  }

  /** Mutes what this page sends, or unmutes it. Throws what mediasoup throws. */
  async setPaused(producer: Producer, paused: boolean): Promise<void> {
    await this.#setWanted(producer, !paused)
  }

  /** Lets no more go than this from now on, whatever else is asked; what is held back so far and may go then goes. Throws what mediasoup throws. */
  async setTurnLevel(level: TurnLevel): Promise<void> {
    if (level === this.#turnLevel) return
    this.#turnLevel = level
    for (const flow of [...this.#producers, ...this.#consumers.values()]) await this.#pauseOrResume(flow)
  }

  consumerOf(producer: Producer): Consumer | undefined {
    return this.#consumers.get(producer.id)
  }

  /**
   * A consumer of `producer` on this transport, where there is none yet. The page may not be connected yet: mediasoup asks for
   * a key frame once it is. Throws what mediasoup throws, above all when the page cannot receive this codec.
   *
   * @param awaitsView - Whether a picture is paused until `setPreferredLayer`. Voices are not.
   */
  async consume(producer: Producer, awaitsView: boolean): Promise<Consumer> {
    if (!this.#rtpCapabilities) {
      throw new ProtocolError('bad-message', 'this transport only sends to the node')
    }
    const paused = awaitsView && producer.kind === 'video'
    const consumer = await this.transport.consume({
      producerId: producer.id,
      rtpCapabilities: this.#rtpCapabilities,
      paused,
    })
    if (paused) this.#unwanted.add(consumer)
    this.#consumers.set(producer.id, consumer)
    consumer.observer.once('close', () => {
      this.#consumers.delete(producer.id)
      this.#layers.forget(consumer)
      this.#unwanted.delete(consumer)
    })
    if (!this.#allows(consumer)) await consumer.pause()
    return consumer
  }

  /**
   * Gives this page so much of `producer` from now on: a layer, or nothing; and that before what comes after it. Whoever
   * sends one layer only sends it or not; voices are not to be seen, and go on. Nothing where there is no such consumer.
   * Throws what mediasoup throws.
   */
  async setPreferredLayer(
    producer: Producer,
    layer: 0 | 1 | 2 | null,
    priority: PicturePriority,
  ): Promise<void> {
    const consumer = this.#consumers.get(producer.id)
    if (!consumer || consumer.kind === 'audio') return
    const asNumber = MEDIASOUP_PRIORITY[priority]
    if (consumer.priority !== asNumber) await consumer.setPriority(asNumber)
    const wanted = layer !== null
    const isLayered = consumer.type !== 'simple'
    // Before it resumes, so that the first key frame it asks for is of the right size.
    if (wanted && isLayered) await this.#layers.prefer(consumer, layer)
    const goesOn = wanted && consumer.paused
    await this.#setWanted(consumer, wanted)
    // What comes after it need not wait for that.
    if (goesOn && isLayered) void this.#layers.pick(consumer)
  }

  async #setWanted(flow: Flow, wanted: boolean): Promise<void> {
    if (wanted) this.#unwanted.delete(flow)
    else this.#unwanted.add(flow)
    await this.#pauseOrResume(flow)
  }

  async #pauseOrResume(flow: Flow): Promise<void> {
    const runs = this.#allows(flow) && !this.#unwanted.has(flow)
    await (runs ? flow.resume() : flow.pause())
  }

  #allows({ kind }: Flow): boolean {
    return this.#turnLevel === 'all' || (this.#turnLevel === 'audio-only' && kind === 'audio')
  }
}
