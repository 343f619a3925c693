import type { MediaKind } from '../../../../protocol/media/rtp.ts'
import { isKeyFrame } from './clear-bytes.ts'
import type { SourceKey } from './epoch-keys.ts'
import type { EncodedFrame, FrameHost } from './frame-encrypter.ts'
import { FrameQueue } from './frame-queue.ts'
import { decryptFrame, readSealedFrame, type SealedFrame } from './media-frame.ts'
import { REPLAY_WINDOW, ReplayWindow } from './replay-window.ts'
import type { KeyInEpoch, SourceKeys } from './source-keys.ts'

/** How often a key frame is asked for, in milliseconds: it costs whoever sends it, and all who receive it. */
const KEY_FRAME_INTERVAL_MS = 1_000

export interface ReceivingHost<Frame> extends FrameHost<Frame> {
  /** Frames are missing before those that come: only a key frame helps. */
  askForKeyFrame(): void
}

/** Decrypts what one receiver receives. What is not authentic, or has come before, goes nowhere. */
export class FrameDecrypter<Frame extends EncodedFrame> {
  readonly #kind: MediaKind
  readonly #keys: () => SourceKeys | null
  readonly #host: ReceivingHost<Frame>
  readonly #queue: FrameQueue<Frame>
  /** Which frames came under each key. */
  readonly #windows = new WeakMap<SourceKey, ReplayWindow>()
  /** Whether frames were lost here since the last key frame. */
  #isMissingFrames = false
  #askedAt = Number.NEGATIVE_INFINITY

  /** @param keys - Of whom this is received; null while that is not known. */
  constructor(kind: MediaKind, keys: () => SourceKeys | null, host: ReceivingHost<Frame>) {
    this.#kind = kind
    this.#keys = keys
    this.#host = host
    this.#queue = new FrameQueue<Frame>({
      handle: (frame) => this.#handle(frame),
      dropped: () => this.#lose(),
      failed: (cause) => {
        this.#lose()
        host.failed(cause)
      },
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
    const source = this.#keys()
    if (!source) return null
    const sealed = readSealedFrame(this.#kind, frame.data)
    const key = sealed ? source.keyOf(sealed.header.keyId) : 'refused'
    if (key === 'awaited') return null
    return this.#decrypt(frame, source, sealed, key)
  }

  async #decrypt(
    frame: Frame,
    source: SourceKeys,
    sealed: SealedFrame | null,
    found: KeyInEpoch | 'refused',
  ): Promise<void> {
    const counter = sealed?.header.counter
    if (!sealed || found === 'refused' || typeof counter !== 'number') return this.#lose()
    const { key, epoch } = found
    const window = this.#windowOf(key)
    if (counter <= key.newest - REPLAY_WINDOW || !window.admits(counter)) return
    if (!source.follows(epoch, counter)) return
    const plain = await decryptFrame(key.sframe, sealed)
    if (!plain) return this.#lose()
    window.note(counter)
    key.newest = Math.max(key.newest, counter)
    source.note(epoch, counter)
    this.#reviewGap(isKeyFrame(this.#kind, sealed.clear))
    frame.data = plain
    this.#host.forward(frame)
  }

  #windowOf(key: SourceKey): ReplayWindow {
    const known = this.#windows.get(key)
    if (known) return known
    const window = new ReplayWindow()
    this.#windows.set(key, window)
    return window
  }

  #lose(): void {
    this.#isMissingFrames = true
  }

  /** Asks for a key frame where frames come that need others, which were lost here. */
  #reviewGap(isKey: boolean): void {
    if (this.#kind === 'audio' || !this.#isMissingFrames) return
    if (isKey) {
      this.#isMissingFrames = false
      return
    }
    const nowMs = performance.now()
    if (nowMs - this.#askedAt < KEY_FRAME_INTERVAL_MS) return
    this.#askedAt = nowMs
    this.#host.askForKeyFrame()
  }
}
