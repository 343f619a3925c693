import { type ReadonlySignal, signal } from '@preact/signals'
import { captureProblemOf } from './devices/capture-problem.ts'

/** What is shared of a screen, a window or a tab: nothing where `video` is null. */
export interface ScreenState {
  readonly video: MediaStreamTrack | null
  /** Its sound, where the browser gives it. */
  readonly audio: MediaStreamTrack | null
  /** The browser could not share; not told where the person chose not to. */
  readonly failed: boolean
}

const NOTHING: ScreenState = { video: null, audio: null, failed: false }

const MAX_FRAMES_PER_SECOND = 30

/** Whether this browser lets pages share a screen at all: telephones do not. */
export const canShareScreen = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function'

/** Our one shared screen, from the browser's own question to whichever end comes first. */
export class ScreenCapture {
  readonly #state = signal<ScreenState>(NOTHING)
  /** Counts questions to the browser: the answer to an earlier one is not wanted any more. */
  #asking = 0

  get state(): ReadonlySignal<ScreenState> {
    return this.#state
  }

  /** Lets the person choose what to share. Resolves when it is shared, or known that it is not. */
  async start(): Promise<void> {
    if (this.#state.peek().video) return
    this.#asking += 1
    const asking = this.#asking
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({
        video: { frameRate: { max: MAX_FRAMES_PER_SECOND } },
        audio: true,
      })
      if (asking === this.#asking) this.#adopt(stream)
      else for (const track of stream.getTracks()) track.stop()
    } catch (error) {
      // Whoever closes the browser's question has not met a problem.
      const chosen = captureProblemOf(error) === 'refused'
      if (!chosen) console.warn('capture: no screen', error)
      if (asking === this.#asking) this.#state.value = { ...NOTHING, failed: !chosen }
    }
  }

  stop(): void {
    this.#asking += 1
    const { video, audio } = this.#state.peek()
    this.#state.value = NOTHING
    video?.stop()
    audio?.stop()
  }

  #adopt(stream: MediaStream): void {
    const [video] = stream.getVideoTracks()
    const [audio] = stream.getAudioTracks()
    if (!video) return
    // Letters stay sharp; where bandwidth is short, fewer pictures come instead.
    video.contentHint = 'detail'
    video.addEventListener('ended', () => {
      if (this.#state.peek().video === video) this.stop()
    })
    this.#state.value = { video, audio: audio ?? null, failed: false }
  }
}
