import type { ArrivedDevice } from '../local-media.ts'

/** As much of a device as tells whether it is new (W3C mediacapture-streams §9.2). */
export type ListedDevice = Pick<MediaDeviceInfo, 'deviceId' | 'groupId' | 'kind' | 'label'>

/** What Chromium calls whichever device the system prefers: no device of its own. */
const STAND_INS: readonly string[] = ['default', 'communications']

/** What Chromium adds to the name of a USB device: who made it and which it is, for machines. */
const USB_IDS = / \([0-9a-f]{4}:[0-9a-f]{4}\)$/

/**
 * The device that is in the list now and was not before: all parts of it that share its group. Null where there is none,
 * where it has no name to tell, or brings nothing to be heard or seen by.
 */
export function arrivedDevice(
  before: readonly ListedDevice[],
  now: readonly ListedDevice[],
): ArrivedDevice | null {
  const fresh = now.filter((device) => isNew(device, before))
  const first =
    fresh.find(({ kind }) => kind === 'audioinput') ?? fresh.find(({ kind }) => kind === 'videoinput')
  if (!first) return null
  const ofKind = (kind: MediaDeviceKind): string | null => {
    if (first.kind === kind) return first.deviceId
    const sibling = fresh.find((device) => device.kind === kind && device.groupId === first.groupId)
    return first.groupId !== '' && sibling ? sibling.deviceId : null
  }
  return {
    label: first.label.replace(USB_IDS, ''),
    microphone: ofKind('audioinput'),
    camera: ofKind('videoinput'),
    speaker: ofKind('audiooutput'),
  }
}

function isNew({ deviceId, kind, label }: ListedDevice, before: readonly ListedDevice[]): boolean {
  if (deviceId === '' || label === '' || STAND_INS.includes(deviceId)) return false
  const sameKind = before.filter((device) => device.kind === kind)
  // Until a kind is allowed, one nameless entry stands for all of it: what it then becomes was there before.
  if (sameKind.some((device) => device.deviceId === '' || device.label === '')) return false
  return !sameKind.some((device) => device.deviceId === deviceId)
}
