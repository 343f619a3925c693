import { effect } from '@preact/signals'
import type { LocalMedia } from '../core/capture/local-media.ts'
import type { LocalMediaOptions } from '../core/capture/open-local-media.ts'
import type { SettingsStore } from '../settings/settings.ts'
import { type LinkOptions, readLinkOptions } from './address.ts'

/** Which devices are to be on; `withheld` where they wait for the person's press. */
export interface InitialDevices {
  readonly microphone: boolean
  readonly camera: boolean
  readonly withheld: boolean
}

/**
 * What the link and the person's habits make of the devices (J10). A link that may not turn them on may still turn
 * them off; where it joins at once, what it or the habit would have on is withheld.
 */
export function initialDevicesOf(
  settings: SettingsStore,
  link: Pick<LinkOptions, 'microphone' | 'camera'>,
  { mayTurnOn, joins }: { readonly mayTurnOn: boolean; readonly joins: boolean },
): InitialDevices {
  const habit = settings.value.peek()
  const withheld = joins && !mayTurnOn
  const wish = (device: 'microphone' | 'camera'): boolean => {
    const asked = link[device]
    return mayTurnOn || withheld ? (asked ?? habit[device]) : habit[device] && asked !== false
  }
  return { microphone: wish('microphone'), camera: wish('camera'), withheld }
}

/** How devices are now; what is withheld stays off. */
export const devicesAsTheyAre = ({
  microphone,
  camera,
}: Pick<LocalMedia, 'microphone' | 'camera'>): InitialDevices => ({
  microphone: microphone.peek().wanted,
  camera: camera.peek().wanted,
  withheld: false,
})

export function localMediaOptions(settings: SettingsStore, devices: InitialDevices): LocalMediaOptions {
  const { microphoneId, cameraId, speakerId } = settings.value.peek()
  return {
    microphone: { wanted: devices.microphone, deviceId: microphoneId },
    camera: { wanted: devices.camera, deviceId: cameraId },
    withheld: devices.withheld,
    speakerId,
    sound: settings.value,
    picture: settings.value,
  }
}

/**
 * Remembers what the person does with the devices for as long as they are open; not where the link chose for them.
 * Returns what stops it.
 */
export function rememberDevices(localMedia: LocalMedia, settings: SettingsStore): () => void {
  const link = readLinkOptions(location)
  if (link.microphone !== null || link.camera !== null) return () => {}
  return effect(() => {
    const microphone = localMedia.microphone.value
    const camera = localMedia.camera.value
    const before = settings.value.peek()
    const now = {
      // What was withheld was nobody's choice.
      microphone: microphone.wanted || microphone.withheld,
      camera: camera.wanted || camera.withheld,
      microphoneId: microphone.deviceId,
      // Whoever looked the other way last time is still met by their own face first.
      cameraId: camera.facing === 'environment' ? before.cameraId : camera.deviceId,
      speakerId: localMedia.speaker.value,
    }
    const changed =
      now.microphone !== before.microphone ||
      now.camera !== before.camera ||
      now.microphoneId !== before.microphoneId ||
      now.cameraId !== before.cameraId ||
      now.speakerId !== before.speakerId
    if (changed) settings.change(now)
  })
}
