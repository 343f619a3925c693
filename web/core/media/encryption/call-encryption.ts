import type { PeerId, ProducerId } from '../../../../protocol/ids.ts'
import {
  type ConsumerInfo,
  KIND_OF_SOURCE,
  type MediaSource,
  type ProducerInfo,
} from '../../../../protocol/media/session.ts'
import type { Stay } from '../../encryption/stay.ts'
import { type ReadReports, VoiceLevels } from '../voices/voice-levels.ts'
import type { KeyMode } from './held-epochs.ts'
import type { MediaEncryption } from './media-encryption.ts'

/** What encrypts and decrypts. */
export type StreamEncryption = Pick<
  MediaEncryption,
  'encryptSender' | 'decryptReceiver' | 'introduce' | 'enterEpoch' | 'changeLink' | 'useKeys' | 'close'
>

/** The encryption of one call, which knows what each producer sends: its keys depend on that. Loaded in encrypted rooms alone. */
export class CallEncryption {
  readonly #media: StreamEncryption
  readonly #sources = new Map<ProducerId, MediaSource>()

  constructor(media: StreamEncryption) {
    this.#media = media
  }

  /** These are sent by somebody. */
  learn(producers: readonly ProducerInfo[]): void {
    for (const { id, source } of producers) this.#sources.set(id, source)
  }

  forget(producer: ProducerId): void {
    this.#sources.delete(producer)
  }

  /** Whether that can be decrypted at all. */
  knows({ producer, kind }: ConsumerInfo): boolean {
    const source = this.#sources.get(producer)
    return source !== undefined && KIND_OF_SOURCE[source] === kind
  }

  /** To be called for what it `knows`. */
  decryptReceiver(receiver: RTCRtpReceiver, { peer, producer }: ConsumerInfo): void {
    const source = this.#sources.get(producer)
    if (source === undefined) throw new Error('a stream of which nobody said what it shows')
    this.#media.decryptReceiver(receiver, { peer, source })
  }

  /** Whose introduction is what, from now on; null: they left. */
  introduce(peer: PeerId, stay: Stay | null): void {
    this.#media.introduce(peer, stay)
  }

  /**
   * That epoch of the room's group holds from now on: its number as the room counts, what it exports for media, and whether
   * somebody came with it.
   */
  enterEpoch(epoch: number, secret: Uint8Array, hasNewcomers: boolean): void {
    this.#media.enterEpoch(epoch, secret, hasNewcomers)
  }

  /** The room's link is another one: what follows from its keys follows from this from now on (`RoomKeys`). */
  changeLink(base: Uint8Array): void {
    this.#media.changeLink(base)
  }

  /**
   * By which keys one sends from now on. Before the first call nothing is sent, and nothing that comes is decrypted.
   *
   * @param acceptsLink - Whether what comes under the link's keys is taken; where it no longer is, it still is for ten seconds.
   */
  useKeys(mode: KeyMode, acceptsLink: boolean): void {
    this.#media.useKeys(mode, acceptsLink)
  }

  /** Tells how loud voices are, since their packets do not. */
  levelsOf(read: ReadReports): VoiceLevels {
    return new VoiceLevels(read)
  }

  close(): void {
    this.#media.close()
  }

  /**
   * Encrypts what that sender sends, from the first packet on.
   *
   * @param constantRate - Whether it is a voice whose packets are all to be of one size (K28).
   */
  encryptSender(sender: RTCRtpSender, source: MediaSource, constantRate: boolean): void {
    this.#media.encryptSender(sender, source, constantRate)
  }
}
