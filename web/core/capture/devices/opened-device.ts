import { type CameraFacing, facingOfTrack } from './camera-facing.ts'

/** What is made of a device's track before anybody gets it. */
export interface Treated {
  readonly track: MediaStreamTrack
  /** Ends it, and not the device. */
  stop(): void
}

/** Makes something of a device's track. Rejects where that cannot be done. */
export type Treatment = (device: MediaStreamTrack) => Promise<Treated>

/** The track was there, and what should be made of it could not be. */
export class UntreatedError extends Error {
  override readonly name = 'UntreatedError'
}

/** A device that is open, with what is made of it. */
export class OpenedDevice {
  readonly device: MediaStreamTrack
  /** What was asked to be made of it, whether or not it succeeded. */
  readonly treatment: Treatment | null
  readonly #treated: Treated | null

  constructor(device: MediaStreamTrack, treatment: Treatment | null, treated: Treated | null) {
    this.device = device
    this.treatment = treatment
    this.#treated = treated
  }

  /** What others get. */
  get track(): MediaStreamTrack {
    return this.#treated?.track ?? this.device
  }

  /** Whether others get the device as it is, though something else was asked for. */
  get untreated(): boolean {
    return this.treatment !== null && this.#treated === null
  }

  get deviceId(): string | null {
    return this.device.getSettings().deviceId ?? null
  }

  get facing(): CameraFacing | null {
    return facingOfTrack(this.device)
  }

  /** Both at once: what is muted is muted, whatever is still on its way through the treatment. */
  enable(on: boolean): void {
    this.device.enabled = on
    this.track.enabled = on
  }

  /** @param kept - The device goes on if it is this one's. */
  stop(kept: OpenedDevice | null = null): void {
    this.#treated?.stop()
    this.#treated?.track.stop()
    if (kept?.device !== this.device) this.device.stop()
  }
}
