import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { captureProblemOf } from './capture-problem.ts'
import { captureSupport, type DevicePick } from './constraints.ts'
import type { CaptureProblem, CaptureState } from './local-media.ts'

export interface CapturedDeviceOptions {
  readonly wanted: boolean
  readonly deviceId: string | null
  /** Asks the browser for a track. Rejects as `getUserMedia` does. */
  readonly open: (pick: DevicePick) => Promise<MediaStreamTrack>
  /** Whether the device stays open while it is not wanted: a microphone, so that unmuting is immediate. */
  readonly staysOpen: boolean
}

/** One device of ours: opened, switched on and off, exchanged, lost. */
export class CapturedDevice {
  readonly #options: CapturedDeviceOptions
  readonly #state: Signal<CaptureState>
  /** Counts openings: an answer to an earlier one is not wanted any more. */
  #opening = 0
  #stopped = false

  constructor(options: CapturedDeviceOptions) {
    this.#options = options
    this.#state = signal<CaptureState>({
      wanted: options.wanted,
      pending: false,
      track: null,
      deviceId: options.deviceId,
      problem: null,
    })
  }

  get state(): ReadonlySignal<CaptureState> {
    return this.#state
  }

  /** Switches it on or off. Resolves when it is so, or when it is known why it cannot be. */
  async set(on: boolean): Promise<void> {
    this.#change({ wanted: on })
    const { track, pending } = this.#state.peek()
    if (on) {
      if (track) track.enabled = true
      else if (!pending) await this.open({ deviceId: this.#state.peek().deviceId, exactly: false })
    } else if (this.#options.staysOpen) {
      if (track) track.enabled = false
    } else {
      this.#opening += 1
      this.#release()
      this.#change({ pending: false })
    }
  }

  /** Takes this device from now on, and at once if the present one is open. */
  async choose(deviceId: string): Promise<void> {
    const { track, wanted } = this.#state.peek()
    this.#change({ deviceId })
    if (track || wanted) await this.open({ deviceId, exactly: true })
  }

  /** Opens the device, whether or not it is wanted on. */
  async open(pick: DevicePick): Promise<void> {
    await this.openWith(() => this.#options.open(pick))
  }

  /** Opens the device with a track that comes from elsewhere: one prompt may ask for both devices. */
  async openWith(request: () => Promise<MediaStreamTrack>): Promise<void> {
    this.#opening += 1
    const opening = this.#opening
    const unsupported = captureSupport()
    if (unsupported) {
      this.#change({ problem: unsupported })
      return
    }
    this.#release()
    this.#change({ pending: true, problem: null })
    try {
      const track = await request()
      if (opening === this.#opening && !this.#stopped) this.#adopt(track)
      else track.stop()
    } catch (error) {
      console.warn('capture:', error)
      if (opening === this.#opening) this.#change({ pending: false, problem: captureProblemOf(error) })
    }
  }

  stop(): void {
    this.#stopped = true
    this.#opening += 1
    this.#release()
    this.#change({ pending: false })
  }

  #adopt(track: MediaStreamTrack): void {
    const { wanted, deviceId } = this.#state.peek()
    track.enabled = wanted
    track.addEventListener('ended', () => this.#handleEnd(track).catch((error) => console.error(error)))
    this.#change({ track, pending: false, problem: null, deviceId: track.getSettings().deviceId ?? deviceId })
  }

  /** It was unplugged, or taken from us: says so, and tries whatever else there is, once. */
  async #handleEnd(track: MediaStreamTrack): Promise<void> {
    if (this.#state.peek().track !== track) return
    this.#release()
    const lost: CaptureProblem = 'missing'
    this.#change({ problem: lost })
    await this.open({ deviceId: null, exactly: false })
    // What the person has to know is that the device is gone, not how the attempt to replace it failed.
    if (this.#state.peek().problem) this.#change({ problem: lost })
  }

  #release(): void {
    const { track } = this.#state.peek()
    if (!track) return
    this.#change({ track: null })
    track.stop()
  }

  #change(change: Partial<CaptureState>): void {
    this.#state.value = { ...this.#state.peek(), ...change }
  }
}
