import type { types } from 'mediasoup-client'
import * as v from 'valibot'
import { ProtocolError } from '../../../../protocol/errors.ts'
import { ProducerId } from '../../../../protocol/ids.ts'
import { MAX_PRODUCERS_PER_PEER } from '../../../../protocol/limits.ts'
import { RtpParameters } from '../../../../protocol/media/rtp.ts'
import type { ProducerInfo } from '../../../../protocol/media/session.ts'
import { MediaSource } from '../../../../protocol/media/session.ts'
import type { Ask } from '../../encryption/opened.ts'
import { isFinal } from '../../signalling/connection-errors.ts'
import type { CallEncryption } from '../encryption/call-encryption.ts'
import type { CallDevice } from '../mediasoup-client/device.ts'
import type { MediaTransport } from '../transports/media-transport.ts'
import { sendOptionsOf } from './encodings.ts'
import { LocalSource, type ProduceData, type Wanted } from './local-source.ts'

const ProduceDataSchema = v.object({ id: ProducerId, source: MediaSource })

/** The room does not want a source of ours; `forbidden` where that is a moderator's doing, and not the source's. */
export type Refused = (source: MediaSource, forbidden: boolean) => void

/** All that one sends into a media session. */
export class LocalProducers {
  readonly #device: CallDevice
  readonly #link: MediaTransport
  readonly #generation: number
  readonly #ask: Ask
  readonly #refused: Refused
  readonly #encryption: CallEncryption | null
  #constantRate: boolean
  readonly #sources = new Map<MediaSource, LocalSource>()
  #layer: 0 | 2 = 2

  /**
   * @param encryption - What encrypts all that is sent; null where the room is not encrypted.
   * @param constantRate - Whether our voice is sent at a constant rate (K28), where it is encrypted.
   */
  constructor(
    device: CallDevice,
    link: MediaTransport,
    generation: number,
    encryption: CallEncryption | null,
    constantRate: boolean,
    ask: Ask,
    refused: Refused,
  ) {
    this.#refused = refused
    this.#encryption = encryption
    this.#constantRate = constantRate
    this.#device = device
    this.#link = link
    this.#generation = generation
    this.#ask = ask
    link.transport.on('produce', ({ rtpParameters, appData }, done, fail) => {
      try {
        done({ id: this.#announce(appData, rtpParameters) })
      } catch (cause) {
        fail(cause instanceof Error ? cause : new Error('not announced', { cause }))
      }
    })
  }

  /** Whether anything is sent, or about to be. */
  get active(): boolean {
    return [...this.#sources.values()].some((source) => source.active)
  }

  want(source: MediaSource, wanted: Wanted): void {
    const own =
      this.#sources.get(source) ??
      new LocalSource(source, {
        produce: (track, data) => this.#produce(track, data),
        announcePaused: (producer, paused) => this.#announcePaused(source, producer, paused),
        announceClosed: (producer) => this.#announceClosed(producer),
      })
    this.#sources.set(source, own)
    own.limit(this.#layer)
    own.want(wanted)
  }

  /** Resolves when what is wanted of a source is sent. */
  async sent(source: MediaSource): Promise<void> {
    await this.#sources.get(source)?.sent()
  }

  /** Sends our camera up to this layer (0 is the smallest). */
  limit(layer: 0 | 2): void {
    this.#layer = layer
    for (const source of this.#sources.values()) source.limit(layer)
  }

  /** Sends our voice at a constant rate (K28), or no longer, where it is encrypted. */
  keepRate(constant: boolean): void {
    if (constant === this.#constantRate) return
    this.#constantRate = constant
    const sent = [...this.#sources.values()].filter(({ producerId }) => producerId !== null)
    // Nobody may send more than that, be it for a moment.
    if (this.#encryption) this.#sources.get('microphone')?.sendAnew(sent.length < MAX_PRODUCERS_PER_PEER)
  }

  /** The room ended this producer of ours, if it is one: says which source it was. */
  lose(producer: ProducerId): MediaSource | null {
    const own = [...this.#sources.values()].find(({ producerId }) => producerId === producer)
    if (!own) return null
    this.#forget(own)
    return own.source
  }

  /** Ends what the room takes for ours, and is not: left over from before a reload, or of a source we gave up. */
  disown(announced: readonly ProducerInfo[]): void {
    const ours = new Set([...this.#sources.values()].map((source) => source.producerId))
    for (const { id } of announced) {
      if (ours.has(id)) continue
      this.#announceClosed(id)
    }
  }

  #produce(track: MediaStreamTrack, data: ProduceData): Promise<types.Producer> {
    const encryption = this.#encryption
    const constantRate = this.#constantRate && encryption !== null && data.source === 'microphone'
    return this.#link.transport.produce({
      ...sendOptionsOf(data.source, track, this.#device.device, constantRate),
      ...(encryption && {
        onRtpSender: (sender) => encryption.encryptSender(sender, data.source, constantRate),
      }),
      track,
      appData: data,
      // The track is its owner's to stop and to disable, not the call's.
      stopTracks: false,
      disableTrackOnPause: false,
    })
  }

  /** Tells the edge, without waiting for its answer: the id is ours, and media may flow at once. */
  #announce(appData: types.AppData, rtpParameters: types.RtpParameters): ProducerId {
    const { id, source } = v.parse(ProduceDataSchema, appData)
    const own = this.#sources.get(source)
    if (!own) throw new Error(`no ${source} to announce`)
    this.#ask('produce', {
      generation: this.#generation,
      producer: id,
      source,
      // Reading it drops what only the browser needs to know, such as the scale of each layer.
      rtpParameters: v.parse(RtpParameters, rtpParameters),
      paused: own.announceAs(id),
    }).catch((error) => this.#handleRefusal(own, error))
    return id
  }

  #handleRefusal(own: LocalSource, error: unknown): void {
    if (error instanceof ProtocolError && !isFinal(error)) {
      this.#link.fail(error)
      return
    }
    console.warn(`call: the ${own.source} is not wanted`, error)
    this.#forget(own)
    this.#refused(own.source, isForbidden(error))
  }

  /** Not sent any more; what is wanted later is a new beginning. */
  #forget(own: LocalSource): void {
    own.close()
    if (this.#sources.get(own.source) === own) this.#sources.delete(own.source)
  }

  #announceClosed(producer: ProducerId): void {
    this.#ask('close-producer', { producer }).catch((error) => console.warn('close-producer:', error))
  }

  #announcePaused(source: MediaSource, producer: ProducerId, paused: boolean): void {
    this.#ask('set-producer-paused', { producer, paused }).catch((error) => {
      // Forbidden while we asked (A4): that ends this unmute, and nothing else.
      if (isForbidden(error)) {
        const own = this.#sources.get(source)
        if (own?.producerId === producer) own.keepPaused()
        this.#refused(source, true)
        return
      }
      // A producer that is not there is announced again with the next session, muted or not as it then is.
      if (error instanceof ProtocolError && error.code === 'not-found')
        console.warn('set-producer-paused:', error)
      else this.#link.fail(error)
    })
  }
}

const isForbidden = (error: unknown): boolean =>
  error instanceof ProtocolError && error.code === 'not-allowed'
