import type { PeerId } from '../../../../protocol/ids.ts'
import { KIND_OF_SOURCE, type MediaSource } from '../../../../protocol/media/session.ts'
import { newStay, type Stay } from '../../../../web/core/encryption/stay.ts'
import { FrameDecrypter } from '../../../../web/core/media/encryption/frame-decrypter.ts'
import { FrameEncrypter } from '../../../../web/core/media/encryption/frame-encrypter.ts'
import type { KeyMode } from '../../../../web/core/media/encryption/held-epochs.ts'
import { MediaKeys } from '../../../../web/core/media/encryption/media-keys.ts'

interface Frame {
  data: ArrayBuffer
}

export const frameOf = (...bytes: number[]): Frame => ({ data: Uint8Array.from(bytes).buffer })
export const bytesOf = ({ data }: Frame): number[] => [...new Uint8Array(data)]

/** VP8 as far as it stays in clear (RFC 6386 §9.1), and a body behind it. */
export const keyFrame = (...body: number[]): Frame =>
  frameOf(0x10, 2, 0, 0x9d, 0x01, 0x2a, 64, 1, 180, 0, ...body)
export const deltaFrame = (...body: number[]): Frame => frameOf(0x11, 2, 0, ...body)

const fail = (cause: unknown): never => {
  throw cause
}

/** What of somebody's page encrypts and decrypts, without a browser. */
export class EncryptingPage {
  readonly stay: Stay
  readonly keys: MediaKeys
  readonly #streams: { wake(): void }[] = []

  /** @param mode - By which keys it sends; null while that is not known. */
  constructor(base: Uint8Array<ArrayBuffer>, mode: KeyMode | null = 'link', stay = newStay()) {
    this.stay = stay
    this.keys = new MediaKeys({
      changed: () => {
        for (const stream of this.#streams) stream.wake()
      },
      failed: fail,
    })
    this.keys.begin({ base, stay })
    if (mode) this.keys.use(mode, mode === 'link')
  }

  sends(source: MediaSource) {
    const sent: Frame[] = []
    const stream = new FrameEncrypter<Frame>(KIND_OF_SOURCE[source], () => this.keys.own(source), {
      forward: (frame) => sent.push(frame),
      failed: fail,
    })
    this.#streams.push(stream)
    return { sent, push: (frame: Frame) => stream.push(frame) }
  }

  receives(peer: PeerId, source: MediaSource) {
    const received: Frame[] = []
    const asked = { times: 0 }
    const stream = new FrameDecrypter<Frame>(KIND_OF_SOURCE[source], () => this.keys.of(peer, source), {
      forward: (frame) => received.push(frame),
      failed: fail,
      askForKeyFrame: () => {
        asked.times += 1
      },
    })
    this.#streams.push(stream)
    // What comes over the network is nobody else's.
    return { received, asked, push: (frame: Frame) => stream.push({ data: frame.data.slice(0) }) }
  }
}
