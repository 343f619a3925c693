/** Which way a camera looks: at whoever holds the machine, or away from them. Other ways make no difference to us. */
export type CameraFacing = 'user' | 'environment'

const isFacing = (mode: string | undefined): mode is CameraFacing => mode === 'user' || mode === 'environment'

/** A camera that can turn by itself, or of which nothing is known, faces no way of its own. */
const onlyFacing = (modes: readonly string[] | undefined): CameraFacing | null => {
  const [mode] = modes ?? []
  return modes?.length === 1 && isFacing(mode) ? mode : null
}

/** Which way the camera of an open track faces (W3C mediacapture-streams §4.3.8); null where the browser does not tell. */
export function facingOfTrack(track: MediaStreamTrack): CameraFacing | null {
  const { facingMode } = track.getSettings()
  if (isFacing(facingMode)) return facingMode
  // Firefox has had it since 132 only.
  return onlyFacing(track.getCapabilities?.().facingMode)
}

/** The same of a camera that need not be open (§9.3): not every browser has it, nor tells before a camera was allowed. */
export function facingOfDevice(device: MediaDeviceInfo): CameraFacing | null {
  if (typeof InputDeviceInfo === 'undefined' || !(device instanceof InputDeviceInfo)) return null
  return onlyFacing(device.getCapabilities?.().facingMode)
}
