import type { ReadonlySignal } from '@preact/signals'
import type { CameraFacing } from './devices/camera-facing.ts'

/**
 * Why a microphone or camera cannot be used, in the terms in which a person can do something about it. `untreated`: what
 * was to be made of it, such as a blurred background, could not be.
 */
export type CaptureProblem =
  | 'refused'
  | 'missing'
  | 'busy'
  | 'unsupported'
  | 'failed'
  | 'untreated'
  | LossCause

/**
 * Why a device that was open is gone: the browser took the permission back, it is not there any more, or it stopped though
 * it is there.
 */
export type LossCause = 'revoked' | 'unplugged' | 'stopped'

/** What is done to a voice before anybody hears it. */
export interface SoundWishes extends BrowserSoundWishes {
  /** Whether this page itself removes noise, too. */
  readonly strongNoiseSuppression: boolean
}

/** What is done to a picture before anybody sees it. */
export interface PictureWishes {
  readonly blursBackground: boolean
}

/** What the browser does to a voice (W3C mediacapture-streams §4.3.8). */
export interface BrowserSoundWishes {
  readonly echoCancellation: boolean
  readonly noiseSuppression: boolean
  readonly autoGainControl: boolean
}

/** One of our own devices, as the page shows it. */
export interface CaptureState {
  /** Whether the person wants to be heard or seen. A muted microphone keeps its track, disabled. */
  readonly wanted: boolean
  /** A link would have it on, and may not turn it on by itself: it is off, and waits for the person's press. */
  readonly withheld: boolean
  /** Waiting for the browser: for permission, or for the device to start. */
  readonly pending: boolean
  /** What is to be made of it is being prepared, and nobody gets it before that: the model that finds what to blur is loaded. */
  readonly treating: boolean
  readonly track: MediaStreamTrack | null
  readonly deviceId: string | null
  /** Which way the camera that was open last faces; null of microphones, and where the browser does not tell. */
  readonly facing: CameraFacing | null
  readonly problem: CaptureProblem | null
  /** Why the device that was chosen last could not take over; the one before goes on. */
  readonly changeProblem: CaptureProblem | null
  /** The name of the device that goes on for one that was lost; null where the person knows what is open. */
  readonly standIn: string | null
}

/** Which of our own devices. */
export type CaptureSource = 'microphone' | 'camera'

export interface DeviceChoice {
  readonly id: string
  readonly label: string
}

export interface CameraChoice extends DeviceChoice {
  /** null where the browser does not tell. */
  readonly facing: CameraFacing | null
}

/** A device that was plugged in while the page was open: a headset is a microphone and a loudspeaker at once. */
export interface ArrivedDevice {
  readonly label: string
  readonly microphone: string | null
  readonly camera: string | null
  readonly speaker: string | null
}

export interface DeviceChoices {
  readonly microphones: readonly DeviceChoice[]
  readonly cameras: readonly CameraChoice[]
  readonly speakers: readonly DeviceChoice[]
}

/** Our own microphone and camera, from the page before joining to the end of the call. */
export interface LocalMedia {
  readonly microphone: ReadonlySignal<CaptureState>
  readonly camera: ReadonlySignal<CaptureState>
  readonly devices: ReadonlySignal<DeviceChoices>
  /** Whether our camera is on, and there is one that looks the other way. */
  readonly canTurnCamera: ReadonlySignal<boolean>
  /** What was plugged in last; null until something was. */
  readonly arrived: ReadonlySignal<ArrivedDevice | null>
  /** How loud our microphone is now: 0 to 1, about 15 times a second while its track is live; null where that cannot be measured. */
  readonly level: ReadonlySignal<number | null>
  /** The loudspeaker chosen for others' voices (setSinkId); null for the system's own. */
  readonly speaker: ReadonlySignal<string | null>
  /** The name of the loudspeaker that was chosen and is not there any more; null until that happens. */
  readonly lostSpeaker: ReadonlySignal<string | null>
  /** Turns on what was withheld: a press that takes one question of the browser's at most. */
  turnOnWithheld(): Promise<void>
  setMicrophone(on: boolean): Promise<void>
  setCamera(on: boolean): Promise<void>
  chooseMicrophone(deviceId: string): Promise<void>
  chooseCamera(deviceId: string): Promise<void>
  /** From the front camera to the back camera, or back again; nothing where there is no other. */
  turnCamera(): Promise<void>
  chooseSpeaker(deviceId: string): void
  /**
   * Names somebody who sends our tracks: one that was exchanged for another stops when `sent` says that the other is on
   * its way. Returns what takes the name off.
   */
  sendThrough(sent: (source: CaptureSource) => Promise<void>): () => void
  /** Stops all tracks: no light stays on. */
  stop(): void
}
