import type { BrowserSoundWishes, CaptureSource, LossCause } from '../local-media.ts'
import { cameraConstraints, type DevicePick, microphoneConstraints } from './constraints.ts'
import { causeOfLoss } from './lost-device.ts'

/** Asks the browser for a microphone. Rejects as `getUserMedia` does. */
export async function openMicrophone(
  sound: BrowserSoundWishes,
  pick: DevicePick,
  how: 'ideal' | 'exact' = 'ideal',
): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: microphoneConstraints(sound, pick, how) })
  return required(stream.getAudioTracks()[0])
}

/** Asks the browser for a camera. Rejects as `getUserMedia` does. */
export async function openCamera(pick: DevicePick): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: cameraConstraints(pick) })
  return required(stream.getVideoTracks()[0])
}

/** One prompt for both; null where that fails, because one of the two may still be had alone. */
export async function openBoth(
  sound: BrowserSoundWishes,
  voice: DevicePick,
  picture: DevicePick,
): Promise<MediaStream | null> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: microphoneConstraints(sound, voice),
      video: cameraConstraints(picture),
    })
  } catch (error) {
    console.warn('capture: not both at once', error)
    return null
  }
}

function required(track: MediaStreamTrack | undefined): MediaStreamTrack {
  if (!track) throw new DOMException('the browser gave no track', 'NotFoundError')
  return track
}

/** Whether the browser would give the device without asking; browsers that do not tell are taken to ask. */
export const isAllowed = async (source: CaptureSource): Promise<boolean> =>
  (await permissionOf(source)) === 'granted'

async function permissionOf(name: CaptureSource): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name })).state
  } catch (error) {
    console.info('capture: this browser does not tell permissions', error)
    return null
  }
}

/** Finds out why an open device's track ended. */
export async function findCauseOfLoss(track: MediaStreamTrack): Promise<LossCause> {
  const { kind, label } = track
  const [permission, listed] = await Promise.all([
    permissionOf(kind === 'video' ? 'camera' : 'microphone'),
    navigator.mediaDevices.enumerateDevices().catch((error) => {
      console.warn('capture: no list of devices', error)
      return null
    }),
  ])
  return causeOfLoss({
    device: { kind, label, deviceId: track.getSettings().deviceId ?? null },
    permission,
    listed,
  })
}
