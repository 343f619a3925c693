import type { PeerId } from '../../../protocol/ids.ts'
import type { Stay } from '../../../web/core/encryption/stay.ts'
import type { StreamEncryption } from '../../../web/core/media/encryption/call-encryption.ts'
import { FrameDecrypter } from '../../../web/core/media/encryption/frame-decrypter.ts'
import { FrameEncrypter } from '../../../web/core/media/encryption/frame-encrypter.ts'
import type { KeyMode } from '../../../web/core/media/encryption/held-epochs.ts'
import { MediaKeys } from '../../../web/core/media/encryption/media-keys.ts'
import type { VoiceFrame } from './air.ts'

/** Who is told what becomes of frames. */
interface FramesTold {
  /** One of one's own voice is encrypted. */
  sent(frame: VoiceFrame): void
  /** One of somebody else's was decrypted. */
  heard(peer: PeerId): void
  failed(cause: unknown): void
}

/** What the media worker of a page does with voices, in this process, and without a browser. */
export class HeadlessMedia implements StreamEncryption {
  readonly #keys: MediaKeys
  readonly #told: FramesTold
  readonly #own: FrameEncrypter<VoiceFrame>
  readonly #others = new Map<PeerId, FrameDecrypter<VoiceFrame>>()

  constructor(base: Uint8Array, stay: Stay, told: FramesTold) {
    this.#told = told
    this.#keys = new MediaKeys({ changed: () => this.#wake(), failed: told.failed })
    this.#keys.begin({ base: Uint8Array.from(base), stay })
    const host = { forward: told.sent, failed: told.failed }
    this.#own = new FrameEncrypter('audio', () => this.#keys.own('microphone'), host)
  }

  speak(frame: VoiceFrame): void {
    this.#own.push(frame)
  }

  hear(peer: PeerId, frame: VoiceFrame): void {
    const known = this.#others.get(peer)
    const stream = known ?? this.#streamOf(peer)
    if (!known) this.#others.set(peer, stream)
    stream.push(frame)
  }

  introduce(peer: PeerId, stay: Stay | null): void {
    this.#keys.introduce(peer, stay)
  }

  enterEpoch(epoch: number, secret: Uint8Array): void {
    this.#keys.enter(epoch, Uint8Array.from(secret))
  }

  changeLink(base: Uint8Array): void {
    this.#keys.changeLink(Uint8Array.from(base))
  }

  useKeys(mode: KeyMode, acceptsLink: boolean): void {
    this.#keys.use(mode, acceptsLink)
  }

  encryptSender(): void {
    throw new Error('nobody sends by WebRTC here')
  }

  decryptReceiver(): void {
    throw new Error('nobody receives by WebRTC here')
  }

  /** What was said goes on until the process ends: also of who follows their group no longer. */
  close(): void {}

  #streamOf(peer: PeerId): FrameDecrypter<VoiceFrame> {
    return new FrameDecrypter<VoiceFrame>('audio', () => this.#keys.of(peer, 'microphone'), {
      forward: () => this.#told.heard(peer),
      failed: this.#told.failed,
      askForKeyFrame: () => {},
    })
  }

  #wake(): void {
    for (const stream of [this.#own, ...this.#others.values()]) stream.wake()
  }
}
