import type { CapturedDeviceOptions } from './captured-device-options.ts'
import { OpenedDevice, type Treatment, UntreatedError } from './opened-device.ts'

/** What is to be made of a device's track before anybody gets it, and what may be sent where that is not so, or not yet. */
export class DeviceTreatment {
  readonly #options: Pick<CapturedDeviceOptions, 'treatment' | 'sendsUntreated' | 'handedOver'>

  constructor(options: Pick<CapturedDeviceOptions, 'treatment' | 'sendsUntreated' | 'handedOver'>) {
    this.#options = options
  }

  /** What is wanted now; null where the track is sent as it is. */
  get wanted(): Treatment | null {
    return this.#options.treatment.peek()
  }

  /** Whether nobody may get the track before it is treated. */
  get comesFirst(): boolean {
    return this.wanted !== null && !this.#options.sendsUntreated
  }

  /** Whether others may get it as it is: what is to be blurred is not sent before it is. */
  maySend({ treatment }: OpenedDevice): boolean {
    return !this.comesFirst || treatment === this.wanted
  }

  /**
   * Makes of the device what is wanted now. Rejects with an UntreatedError where that fails and it may not be sent as it is; the
   * device is stopped then, unless it is the former one.
   *
   * @param former - The one that is open.
   * @param begun - Nothing is to be seen until it is done.
   */
  async apply(
    device: MediaStreamTrack,
    former: OpenedDevice | null,
    begun: () => void,
  ): Promise<OpenedDevice> {
    const treatment = this.wanted
    if (!treatment) return new OpenedDevice(device, null, null)
    if (!this.#options.sendsUntreated) begun()
    try {
      const treated = await treatment(device)
      // What was taken from others is the same device, which is about to show something again.
      if (former && !this.maySend(former)) await this.#options.handedOver()
      return new OpenedDevice(device, treatment, treated)
    } catch (cause) {
      console.warn('capture: not treated', cause)
      if (this.#options.sendsUntreated) return new OpenedDevice(device, treatment, null)
      if (device !== former?.device) device.stop()
      throw new UntreatedError('withheld', { cause })
    }
  }
}
