import type { ReadonlySignal } from '@preact/signals'

/** Why a microphone or camera cannot be used, in the terms in which a person can do something about it. */
export type CaptureProblem = 'refused' | 'missing' | 'busy' | 'unsupported' | 'failed'

/** One of our own devices, as the page shows it. */
export interface CaptureState {
  /** Whether the person wants to be heard or seen. A muted microphone keeps its track, disabled. */
  readonly wanted: boolean
  /** Waiting for the browser: for permission, or for the device to start. */
  readonly pending: boolean
  readonly track: MediaStreamTrack | null
  readonly deviceId: string | null
  readonly problem: CaptureProblem | null
}

export interface DeviceChoice {
  readonly id: string
  readonly label: string
}

export interface DeviceChoices {
  readonly microphones: readonly DeviceChoice[]
  readonly cameras: readonly DeviceChoice[]
  readonly speakers: readonly DeviceChoice[]
}

/** Our own microphone and camera, from the page before joining to the end of the call. */
export interface LocalMedia {
  readonly microphone: ReadonlySignal<CaptureState>
  readonly camera: ReadonlySignal<CaptureState>
  readonly devices: ReadonlySignal<DeviceChoices>
  /** How loud our microphone is now: 0 to 1, about 15 times a second while its track is live. */
  readonly level: ReadonlySignal<number>
  /** The loudspeaker chosen for others' voices (setSinkId); null for the system's own. */
  readonly speaker: ReadonlySignal<string | null>
  setMicrophone(on: boolean): Promise<void>
  setCamera(on: boolean): Promise<void>
  chooseMicrophone(deviceId: string): Promise<void>
  chooseCamera(deviceId: string): Promise<void>
  chooseSpeaker(deviceId: string): void
  /** Stops all tracks: no light stays on. */
  stop(): void
}
