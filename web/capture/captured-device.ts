import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { captureProblemOf } from './capture-problem.ts'
import { captureSupport, type DevicePick } from './constraints.ts'
import type { CaptureProblem, CaptureState } from './local-media.ts'

/** How long a track that was exchanged may wait for whoever sends it: then it stops all the same, and with it its light. */
const HAND_OVER_PATIENCE_MS = 5_000

export interface CapturedDeviceOptions {
  readonly wanted: boolean
  readonly deviceId: string | null
  /** Asks the browser for a track. Rejects as `getUserMedia` does. */
  readonly open: (pick: DevicePick) => Promise<MediaStreamTrack>
  /** Whether the device stays open while it is not wanted: a microphone, so that unmuting is immediate. */
  readonly staysOpen: boolean
  /** Whether the machine may refuse a second device of the kind while one is open: cameras of telephones. */
  readonly oneAtATime: boolean
  /** Resolves when the track that stood in `state` before is not sent any more. */
  readonly handedOver: () => Promise<unknown>
}

/** One device of ours: opened, switched on and off, exchanged, lost. */
export class CapturedDevice {
  readonly #options: CapturedDeviceOptions
  readonly #state: Signal<CaptureState>
  /** Tracks that another has replaced, until nobody sends them any more. */
  readonly #replaced = new Set<MediaStreamTrack>()
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
      changeProblem: null,
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
      this.#change({ pending: false, changeProblem: null })
    }
  }

  /**
   * Takes this device from now on, and at once if the present one is open: that one goes on until the new one is there,
   * and for good where the new one cannot be had.
   */
  async choose(deviceId: string): Promise<void> {
    const { track, wanted } = this.#state.peek()
    this.#change({ deviceId })
    if (track || wanted) await this.open({ deviceId, exactly: true })
  }

  /** Opens the device, whether or not it is wanted on; in place of the one that is open, if one is. */
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
    this.#change({ pending: true, problem: null, changeProblem: null })
    try {
      await this.#tryOpening(opening, request)
    } catch (error) {
      console.warn('capture:', error)
      if (opening === this.#opening) await this.#handleFailure(opening, request, captureProblemOf(error))
    }
  }

  stop(): void {
    this.#stopped = true
    this.#opening += 1
    this.#release()
    for (const track of this.#replaced) track.stop()
    this.#change({ pending: false })
  }

  async #tryOpening(opening: number, request: () => Promise<MediaStreamTrack>): Promise<void> {
    const track = await request()
    if (opening === this.#opening && !this.#stopped) this.#adopt(track)
    else track.stop()
  }

  /** The former device goes on, if there is one; unless it may be what stands in the way of the new one. */
  async #handleFailure(
    opening: number,
    request: () => Promise<MediaStreamTrack>,
    problem: CaptureProblem,
  ): Promise<void> {
    const former = this.#state.peek().track
    if (!former) this.#change({ pending: false, problem })
    else if (problem === 'busy' && this.#options.oneAtATime)
      await this.#exchangeAlone(opening, request, former)
    else this.#change({ pending: false, changeProblem: problem, deviceId: deviceIdOf(former) })
  }

  /** Lets go of the former device before it tries the new one again; takes the former back where that fails, too. */
  async #exchangeAlone(
    opening: number,
    request: () => Promise<MediaStreamTrack>,
    former: MediaStreamTrack,
  ): Promise<void> {
    const formerId = deviceIdOf(former)
    this.#release()
    try {
      await this.#tryOpening(opening, request)
    } catch (error) {
      console.warn('capture: not in exchange either', error)
      if (opening !== this.#opening) return
      await this.open({ deviceId: formerId, exactly: false })
      if (this.#state.peek().track) this.#change({ changeProblem: captureProblemOf(error) })
    }
  }

  #adopt(track: MediaStreamTrack): void {
    const { wanted, deviceId, track: former } = this.#state.peek()
    track.enabled = wanted
    track.addEventListener('ended', () => this.#handleEnd(track).catch((error) => console.error(error)))
    this.#change({ track, pending: false, problem: null, deviceId: deviceIdOf(track) ?? deviceId })
    if (former) this.#retire(former)
  }

  /** A track that another has replaced stops when nobody sends it any more: there is no gap between the two. */
  #retire(track: MediaStreamTrack): void {
    this.#replaced.add(track)
    const patience = new Promise((resolve) => setTimeout(resolve, HAND_OVER_PATIENCE_MS))
    Promise.race([this.#options.handedOver(), patience])
      .catch((error) => console.warn('capture: not handed over', error))
      .finally(() => {
        this.#replaced.delete(track)
        track.stop()
      })
  }

  /** It was unplugged, or taken from us: says so, and tries whatever else there is, once. */
  async #handleEnd(track: MediaStreamTrack): Promise<void> {
    if (this.#state.peek().track !== track) return
    this.#release()
    // Another device is on its way already.
    if (this.#state.peek().pending) return
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

const deviceIdOf = (track: MediaStreamTrack): string | null => track.getSettings().deviceId ?? null
