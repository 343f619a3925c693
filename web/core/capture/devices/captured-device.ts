import { effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals'
import type { CaptureProblem, CaptureState } from '../local-media.ts'
import { captureProblemOf } from './capture-problem.ts'
import type { CapturedDeviceOptions } from './captured-device-options.ts'
import { captureSupport, type DevicePick } from './constraints.ts'
import { DeviceTreatment } from './device-treatment.ts'
import { takesStandIn } from './lost-device.ts'
import { OpenedDevice } from './opened-device.ts'
import { ReplacedDevices } from './replaced-devices.ts'

/** Gives a device's track, and may have the former one let go first. Rejects as `getUserMedia` does. */
export type DeviceRequest = (letGo: () => void) => Promise<MediaStreamTrack>

/** One device of ours: opened, switched on and off, exchanged, lost. */
export class CapturedDevice {
  readonly #options: CapturedDeviceOptions
  readonly #state: Signal<CaptureState>
  readonly #stopFollowing: () => void
  readonly #replaced: ReplacedDevices
  readonly #treatment: DeviceTreatment
  #opened: OpenedDevice | null = null
  /** Counts openings: an answer to an earlier one is not wanted any more. */
  #opening = 0
  /** Whether something else is being made of the device that is open, and no other device is on its way. */
  #catchingUp = false
  #stopped = false
  /** Whether the device that was open last was lost, and none was opened since. */
  #lost = false

  constructor(options: CapturedDeviceOptions) {
    this.#options = options
    this.#replaced = new ReplacedDevices(options.handedOver)
    this.#treatment = new DeviceTreatment(options)
    this.#state = signal<CaptureState>({
      wanted: options.wanted && !options.withheld,
      withheld: options.wanted && options.withheld,
      pending: false,
      treating: false,
      track: null,
      deviceId: options.deviceId,
      facing: null,
      problem: null,
      changeProblem: null,
      standIn: null,
    })
    this.#stopFollowing = effect(() => {
      void options.treatment.value
      untracked(() => {
        this.#withhold()
        this.#catchUp().catch((error) => console.error(error))
      })
    })
  }

  get state(): ReadonlySignal<CaptureState> {
    return this.#state
  }

  /** The device's own track, before any treatment; another whenever `state` has another. */
  get device(): MediaStreamTrack | null {
    return this.#opened?.device ?? null
  }

  /** Switches it on or off. Resolves when it is so, or when it is known why it cannot be. */
  async set(on: boolean): Promise<void> {
    this.#change({ wanted: on, withheld: false })
    if (on) {
      const { pending, deviceId } = this.#state.peek()
      if (this.#opened) this.#opened.enable(this.#treatment.maySend(this.#opened))
      else if (!pending) await this.#openAgain(deviceId)
    } else if (this.#options.staysOpen) {
      this.#opened?.enable(false)
    } else {
      this.#abandon()
      this.#release()
      this.#settle({ changeProblem: null })
    }
  }

  /** A camera that was lost comes back itself, or not at all; a microphone may be another one, and that is told. */
  async #openAgain(deviceId: string | null): Promise<void> {
    const lost = this.#lost
    await this.open({ deviceId, exactly: lost && this.#options.source === 'camera' })
    if (lost && this.#opened && this.#opened.deviceId !== deviceId) this.#tellStandIn(this.#opened)
  }

  #tellStandIn({ device }: OpenedDevice): void {
    this.#change({ standIn: device.label })
  }

  /** What was withheld is wanted from now on; whoever says so opens it. Returns whether it was. */
  want(): boolean {
    const { withheld, wanted } = this.#state.peek()
    this.#change({ withheld: false, wanted: wanted || withheld })
    return withheld
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
  async openWith(request: DeviceRequest): Promise<void> {
    const opening = this.#begin()
    const unsupported = captureSupport()
    if (unsupported) {
      this.#settle({ problem: unsupported })
      return
    }
    try {
      await this.#tryOpening(opening, request)
    } catch (error) {
      console.warn('capture:', error)
      if (opening === this.#opening) await this.#handleFailure(opening, request, captureProblemOf(error))
    }
    await this.#catchUp()
  }

  stop(): void {
    this.#stopped = true
    this.#stopFollowing()
    this.#abandon()
    this.#release()
    this.#replaced.stop()
    this.#settle({})
  }

  #begin(): number {
    this.#abandon()
    this.#change({ pending: true, treating: false, problem: null, changeProblem: null, standIn: null })
    return this.#opening
  }

  /** What is under way is not wanted any more. */
  #abandon(): void {
    this.#opening += 1
    this.#catchingUp = false
  }

  /** Nothing is under way any more. */
  #settle(change: Partial<CaptureState>): void {
    this.#change({ pending: false, treating: false, ...change })
  }

  /** Takes from others, at once, what may not be sent as it is any more. */
  #withhold(): void {
    const opened = this.#opened
    if (!opened || this.#treatment.maySend(opened)) return
    // Before anybody had time to send something else in its place, there is nothing to be seen in it.
    opened.enable(false)
    this.#change({ track: null })
  }

  async #tryOpening(opening: number, request: DeviceRequest): Promise<void> {
    const device = await request(() => {
      if (opening === this.#opening) this.#release()
    })
    await this.#adoptTreated(opening, device)
  }

  /** Has what is wanted now made of the open device, if it is not what is made of it. */
  async #catchUp(): Promise<void> {
    const opened = this.#opened
    // Whoever opens another device catches up when it is there.
    if (!opened || (this.#state.peek().pending && !this.#catchingUp)) return
    if (opened.treatment === this.#treatment.wanted) {
      if (this.#catchingUp) this.#takeBack(opened)
      return
    }
    const opening = this.#begin()
    this.#catchingUp = true
    try {
      await this.#adoptTreated(opening, opened.device)
    } catch (error) {
      if (opening !== this.#opening) return
      this.#abandon()
      this.#release()
      this.#settle({ problem: captureProblemOf(error) })
    }
    if (opening === this.#opening) await this.#catchUp()
  }

  /** What was to be made of the device is not wanted any more, before it was there: it goes on as it was. */
  #takeBack(opened: OpenedDevice): void {
    this.#abandon()
    opened.enable(this.#state.peek().wanted)
    this.#settle({ track: opened.track })
  }

  async #adoptTreated(opening: number, device: MediaStreamTrack): Promise<void> {
    const isCurrent = opening === this.#opening && !this.#stopped
    if (isCurrent && !this.#opened && this.#treatment.comesFirst) {
      // Nobody gets it yet: whoever opened it catches up next, and may think better of that meanwhile.
      this.#adopt(new OpenedDevice(device, null, null))
      return
    }
    let opened = new OpenedDevice(device, null, null)
    try {
      if (opening === this.#opening)
        opened = await this.#treatment.apply(device, this.#opened, () => this.#change({ treating: true }))
    } finally {
      if (opening !== this.#opening || this.#stopped) opened.stop(this.#opened)
    }
    if (opening === this.#opening && !this.#stopped) this.#adopt(opened)
  }

  /** The former device goes on, if there is one; unless it may be what stands in the way of the new one. */
  async #handleFailure(opening: number, request: DeviceRequest, problem: CaptureProblem): Promise<void> {
    const former = this.#opened
    if (!former) this.#settle({ problem: this.#lost && problem === 'missing' ? 'unplugged' : problem })
    else if (problem === 'busy' && this.#options.oneAtATime)
      await this.#exchangeAlone(opening, request, former)
    else this.#settle({ changeProblem: problem, deviceId: former.deviceId })
  }

  /** Lets go of the former device before it tries the new one again; takes the former back where that fails, too. */
  async #exchangeAlone(opening: number, request: DeviceRequest, former: OpenedDevice): Promise<void> {
    const formerId = former.deviceId
    this.#release()
    try {
      await this.#tryOpening(opening, request)
    } catch (error) {
      console.warn('capture: not in exchange either', error)
      if (opening !== this.#opening) return
      await this.open({ deviceId: formerId, exactly: false })
      if (this.#opened) this.#change({ changeProblem: captureProblemOf(error) })
    }
  }

  #adopt(opened: OpenedDevice): void {
    const former = this.#opened
    const { wanted, deviceId } = this.#state.peek()
    const maySend = this.#treatment.maySend(opened)
    opened.enable(wanted && maySend)
    if (former?.device !== opened.device)
      opened.device.addEventListener('ended', () => {
        this.#handleEnd(opened.device).catch((error) => console.error(error))
      })
    this.#opened = opened
    this.#catchingUp = false
    this.#lost = false
    this.#settle({
      track: maySend ? opened.track : null,
      problem: null,
      changeProblem: opened.untreated ? 'untreated' : null,
      deviceId: opened.deviceId ?? deviceId,
      facing: opened.facing,
    })
    if (former) this.#replaced.add(former, () => this.#opened)
  }

  /** It was unplugged, or taken from us: says so in true words, and does no more than `takesStandIn` allows. */
  async #handleEnd(device: MediaStreamTrack): Promise<void> {
    if (this.device !== device) return
    this.#release()
    // Another device is on its way already.
    if (this.#state.peek().pending && !this.#catchingUp) return
    const opening = this.#begin()
    this.#lost = true
    const cause = await this.#options.causeOfLoss(device)
    if (opening !== this.#opening) return
    this.#settle({ problem: cause })
    if (!takesStandIn(this.#options.source, cause)) return
    await this.open({ deviceId: null, exactly: false })
    const { problem } = this.#state.peek()
    // What the person has to know is that the device is gone, not how the attempt to replace it failed.
    if (problem) this.#change({ problem: cause })
    else if (this.#opened) this.#tellStandIn(this.#opened)
  }

  #release(): void {
    const opened = this.#opened
    if (!opened) return
    this.#opened = null
    this.#change({ track: null })
    opened.stop()
  }

  #change(change: Partial<CaptureState>): void {
    this.#state.value = { ...this.#state.peek(), ...change }
  }
}
