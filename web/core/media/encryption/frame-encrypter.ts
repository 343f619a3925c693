import type { MediaKind } from '../../../../protocol/media/rtp.ts'
import { FrameQueue } from './frame-queue.ts'
import { encryptFrame } from './media-frame.ts'
import { padOpus } from './opus-padding.ts'
import type { OwnSource } from './own-source.ts'

/** The part of RTCEncodedVideoFrame and RTCEncodedAudioFrame (W3C webrtc-encoded-transform §4) that is exchanged. */
export interface EncodedFrame {
  data: ArrayBuffer
}

/** What a stream of frames is part of. */
export interface FrameHost<Frame> {
  /** Lets a frame go on. */
  forward(frame: Frame): void
  failed(cause: unknown): void
}

/**
 * The size to which a voice's packets are padded that are all to be of one size, in bytes: those of 20 ms of Opus at the 32 kbit/s at
 * which browsers send a voice are 80 on average, and none of them was seen to have more than 120. A larger one is padded to a multiple.
 */
export const VOICE_BYTES = 160

/** Encrypts what one sender sends. What it cannot encrypt goes nowhere. */
export class FrameEncrypter<Frame extends EncodedFrame> {
  readonly #kind: MediaKind
  readonly #own: () => OwnSource | null
  readonly #host: FrameHost<Frame>
  readonly #constantSize: boolean
  readonly #queue: FrameQueue<Frame>

  /** @param constantSize - Whether these are packets of Opus that are all to be of one size. */
  constructor(kind: MediaKind, own: () => OwnSource | null, host: FrameHost<Frame>, constantSize = false) {
    this.#constantSize = constantSize
    this.#kind = kind
    this.#own = own
    this.#host = host
    this.#queue = new FrameQueue<Frame>({
      handle: (frame) => this.#handle(frame),
      dropped: () => {},
      failed: (cause) => host.failed(cause),
    })
  }

  push(frame: Frame): void {
    this.#queue.push(frame, frame.data.byteLength)
  }

  wake(): void {
    this.#queue.wake()
  }

  close(): void {
    this.#queue.close()
  }

  #handle(frame: Frame): Promise<void> | null {
    const own = this.#own()
    const key = own?.key
    return own && key ? this.#encrypt(frame, own, key) : null
  }

  async #encrypt(frame: Frame, own: OwnSource, key: NonNullable<OwnSource['key']>): Promise<void> {
    const { data } = frame
    const plain = this.#constantSize ? padOpus(new Uint8Array(data), VOICE_BYTES).buffer : data
    const encrypted = await encryptFrame(key, own.takeCounter(), this.#kind, plain)
    if (!encrypted) return
    frame.data = encrypted
    this.#host.forward(frame)
  }
}
