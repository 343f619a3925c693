import type { CameraChoice, CaptureState } from '../local-media.ts'
import type { DevicePick } from './constraints.ts'

/**
 * What to ask for to look the other way than now; null where there is no other way. Machines that do not say which way
 * their cameras face are taken to have one on either side where they are telephones.
 */
export function turnedCamera(
  cameras: readonly CameraChoice[],
  now: Pick<CaptureState, 'deviceId' | 'facing'>,
  telephone: boolean,
): DevicePick | null {
  const known = [now.facing, ...cameras.map(({ facing }) => facing)]
  const bothWays = known.includes('user') && known.includes('environment')
  const perhaps = telephone && cameras.length > 1 && cameras.some(({ facing }) => facing === null)
  if (!bothWays && !perhaps) return null
  // The browser knows best which of several cameras on a side is the usual one.
  if (bothWays || now.facing !== null)
    return {
      deviceId: null,
      facing: now.facing === 'environment' ? 'user' : 'environment',
      exactly: true,
    }
  const next = cameras[(cameras.findIndex(({ id }) => id === now.deviceId) + 1) % cameras.length]
  return next ? { deviceId: next.id, exactly: true } : null
}
