import type { BrowserSoundWishes, CaptureProblem } from '../local-media.ts'
import type { CameraFacing } from './camera-facing.ts'

/** Which device to take: the one remembered if it is there, exactly the one chosen, or any. */
export interface DevicePick {
  readonly deviceId: string | null
  /** Which way a camera is to face; either way where it is not said. */
  readonly facing?: CameraFacing
  readonly exactly: boolean
}

const ANY_DEVICE: DevicePick = { deviceId: null, exactly: false }

const CLEANED: BrowserSoundWishes = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

/** The shorter side, in CSS pixels, below which a screen is a telephone's. */
const SMALL_SCREEN_PX = 600

const deviceConstraint = ({ deviceId, facing, exactly }: DevicePick): MediaTrackConstraints => {
  const how = exactly ? 'exact' : 'ideal'
  return {
    ...(deviceId !== null && { deviceId: { [how]: deviceId } }),
    ...(facing !== undefined && { facingMode: { [how]: facing } }),
  }
}

/** A voice, made clean and even as the person wishes it: as far as the device can, or exactly so or not at all. */
export const microphoneConstraints = (
  sound: BrowserSoundWishes = CLEANED,
  pick: DevicePick = ANY_DEVICE,
  how: 'ideal' | 'exact' = 'ideal',
): MediaTrackConstraints => ({
  ...deviceConstraint(pick),
  echoCancellation: { [how]: sound.echoCancellation },
  noiseSuppression: { [how]: sound.noiseSuppression },
  autoGainControl: { [how]: sound.autoGainControl },
})

/** Whether the screen is a telephone's. */
export const isTelephone = (): boolean => Math.min(screen.width, screen.height) < SMALL_SCREEN_PX

/** 720 lines at 30 pictures a second; half as many lines on a telephone, which has to encode them. */
export const cameraConstraints = (pick: DevicePick = ANY_DEVICE): MediaTrackConstraints => {
  const small = isTelephone()
  return {
    ...deviceConstraint(pick),
    width: { ideal: small ? 640 : 1280 },
    height: { ideal: small ? 360 : 720 },
    frameRate: { ideal: 30 },
  }
}

/** Whether this page can ask for devices at all: browsers allow it to secure pages only. */
export const captureSupport = (): CaptureProblem | null =>
  typeof navigator.mediaDevices?.getUserMedia === 'function' ? null : 'unsupported'
