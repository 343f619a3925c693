import type { CaptureSource, LossCause } from '../local-media.ts'

/** As much of a device as tells whether it is still there (W3C mediacapture-streams §9.2). */
type ListedDevice = Pick<MediaDeviceInfo, 'deviceId' | 'kind' | 'label'>

/** What is known of a device whose track ended without us. */
interface Lost {
  readonly device: Pick<MediaStreamTrack, 'kind' | 'label'> & { readonly deviceId: string | null }
  /** What the browser says of the permission; null where it tells nothing. */
  readonly permission: PermissionState | null
  /** What there is now; null where it could not be read. */
  readonly listed: readonly ListedDevice[] | null
}

/** Why it ended, as far as can be told. */
export function causeOfLoss({ device, permission, listed }: Lost): LossCause {
  if (permission === 'denied' || permission === 'prompt') return 'revoked'
  if (listed === null) return 'stopped'
  const kind = device.kind === 'video' ? 'videoinput' : 'audioinput'
  const alike = listed.filter((each) => each.kind === kind)
  // Without names nobody can tell one from another. By its name too: `default` is there whatever it stands for.
  const there = alike.some(
    ({ deviceId, label }) => deviceId === device.deviceId && (label === '' || label === device.label),
  )
  return there ? 'stopped' : 'unplugged'
}

/**
 * What is done about it; in one place for all devices. A camera stays off: another one would show what nobody chose to show.
 * Another microphone goes on for one that is not there any more, and the person is told. Nothing is opened again that
 * somebody may have stopped on purpose.
 */
export const takesStandIn = (source: CaptureSource, cause: LossCause): boolean =>
  source === 'microphone' && cause === 'unplugged'

/** The loudspeaker to play by now: the system's own where the chosen one was there before, and is no more. */
export const speakerLeft = (
  chosen: string | null,
  before: readonly { readonly id: string }[],
  now: readonly { readonly id: string }[],
): string | null => {
  const has = (list: readonly { readonly id: string }[]): boolean => list.some(({ id }) => id === chosen)
  return has(before) && !has(now) ? null : chosen
}
