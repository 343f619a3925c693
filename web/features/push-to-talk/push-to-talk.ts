import { type ReadonlySignal, signal } from '@preact/signals'
import type { LocalMedia } from '../../core/capture/local-media.ts'

/** How long one is still heard after letting go: people let go while the last syllable is on its way. */
export const TALK_TAIL_MS = 200

/** Lets one be heard for as long as something is held: a key, or a button. */
export class PushToTalk {
  readonly #localMedia: Pick<LocalMedia, 'microphone' | 'setMicrophone'>
  readonly #talking = signal(false)
  #tail: ReturnType<typeof setTimeout> | null = null

  constructor(localMedia: Pick<LocalMedia, 'microphone' | 'setMicrophone'>) {
    this.#localMedia = localMedia
  }

  /** Whether it is held, and the microphone on because of that. */
  get talking(): ReadonlySignal<boolean> {
    return this.#talking
  }

  /** It is held from now on. Does nothing where the microphone is on anyway. */
  press(): void {
    if (this.#talking.peek()) return
    const { wanted, problem } = this.#localMedia.microphone.peek()
    const tailing = this.#endTail()
    if (wanted && problem === null && !tailing) return
    this.#talking.value = true
    this.#turn(true)
  }

  /** It is held no longer. */
  release(): void {
    if (!this.#talking.peek()) return
    this.#talking.value = false
    this.#tail = setTimeout(() => {
      this.#tail = null
      this.#turn(false)
    }, TALK_TAIL_MS)
  }

  /** Lets go at once, for good. */
  stop(): void {
    const tailing = this.#endTail()
    if (tailing || this.#talking.peek()) this.#turn(false)
    this.#talking.value = false
  }

  #endTail(): boolean {
    if (this.#tail === null) return false
    clearTimeout(this.#tail)
    this.#tail = null
    return true
  }

  #turn(on: boolean): void {
    this.#localMedia.setMicrophone(on).catch((error) => console.error('talk:', error))
  }
}
