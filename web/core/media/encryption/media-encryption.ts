import type { PeerId } from '../../../../protocol/ids.ts'
import { KIND_OF_SOURCE, type MediaSource } from '../../../../protocol/media/session.ts'
import type { Stay } from '../../encryption/stay.ts'
import { takeMediaWorker } from './begun-media-worker.ts'
import { canEncryptMedia } from './can-encrypt-media.ts'
import type { KeyMode } from './held-epochs.ts'
import { PictureSenders } from './picture-senders.ts'
import type { TransformOptions, WorkerMessage } from './worker-messages.ts'

/** What somebody sends. */
export interface ReceivedSource {
  readonly peer: PeerId
  readonly source: MediaSource
}

/**
 * Encrypts what is sent in a room, and decrypts what is received, in a worker of its own, by SFrame (RFC 9605): for the page's whole
 * time in the room, whatever media sessions there are.
 */
export class MediaEncryption {
  readonly #worker: Worker
  readonly #pictures = new PictureSenders()

  /**
   * Throws where the browser cannot: nobody gets as far.
   *
   * @param base - From which the keys of the room's media are derived (`RoomKeys`).
   * @param failed - Its worker did not come, or ended: nothing is sent or received any more, and never anything unencrypted.
   */
  constructor(base: Uint8Array, stay: Stay, failed: (cause: Error) => void) {
    if (!canEncryptMedia()) throw new Error('this browser cannot encrypt media')
    const begun = takeMediaWorker()
    this.#worker = begun.worker
    void begun.failed.then(failed)
    this.#tell({ is: 'begin', material: { base: Uint8Array.from(base), stay } })
  }

  /**
   * Encrypts what that sender sends; to be called before anything is negotiated for it.
   *
   * @param constantSize - Whether all its packets, of Opus, are to be of one size.
   */
  encryptSender(sender: RTCRtpSender, source: MediaSource, constantSize: boolean): void {
    const kind = KIND_OF_SOURCE[source]
    sender.transform = this.#transform({ does: 'encrypt', source, kind, constantSize })
    if (kind === 'video') this.#pictures.add(sender)
  }

  /** Decrypts what that receiver receives; to be called before the answer is set: Chromium runs no later one. */
  decryptReceiver(receiver: RTCRtpReceiver, { peer, source }: ReceivedSource): void {
    receiver.transform = this.#transform({ does: 'decrypt', peer, source, kind: KIND_OF_SOURCE[source] })
  }

  /** Whose introduction is what, from now on; null: they left. */
  introduce(peer: PeerId, stay: Stay | null): void {
    this.#tell({ is: 'introduce', peer, stay })
  }

  /**
   * The epoch of the room's group that has that number holds from now on. Keys of others are kept for a moment.
   *
   * @param epoch - As the room counts: from 1.
   * @param secret - What the group exports for media in it: 32 bytes.
   * @param hasNewcomers - Whether somebody came into the group with it, who can open nothing from before.
   */
  enterEpoch(epoch: number, secret: Uint8Array, hasNewcomers: boolean): void {
    this.#tell({ is: 'enter-epoch', epoch, secret: Uint8Array.from(secret) })
    // What they encode from now on comes to the worker behind that.
    if (hasNewcomers) this.#pictures.beginAnew()
  }

  /** The room's link is another one: what follows from its keys follows from this from now on (`RoomKeys`). */
  changeLink(base: Uint8Array): void {
    this.#tell({ is: 'change-link', base: Uint8Array.from(base) })
  }

  /**
   * By which keys one sends from now on. Before the first call nothing is sent, and nothing that comes is decrypted.
   *
   * @param acceptsLink - Whether what comes under the link's keys is taken; where it no longer is, it still is for ten seconds.
   */
  useKeys(mode: KeyMode, acceptsLink: boolean): void {
    this.#tell({ is: 'use-keys', mode, acceptsLink })
  }

  close(): void {
    this.#pictures.close()
    this.#worker.terminate()
  }

  #tell(message: WorkerMessage): void {
    this.#worker.postMessage(message)
  }

  #transform(options: TransformOptions): RTCRtpScriptTransform {
    return new RTCRtpScriptTransform(this.#worker, options)
  }
}
