import type { ProducerId } from '../../../../protocol/ids.ts'
import {
  type ConsumerInfo,
  KIND_OF_SOURCE,
  type MediaSource,
  type ProducerInfo,
} from '../../../../protocol/media/session.ts'
import type { MediaEncryption } from './media-encryption.ts'

/** What a call needs of its encryption. */
export type StreamEncryption = Pick<MediaEncryption, 'encryptSender' | 'decryptReceiver'>

/** The encryption of one call, which knows what each producer sends: its keys depend on that. */
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

  encryptSender(sender: RTCRtpSender, source: MediaSource): void {
    this.#media.encryptSender(sender, source)
  }
}
