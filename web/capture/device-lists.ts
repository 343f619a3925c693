import { type ReadonlySignal, signal } from '@preact/signals'
import type { DeviceChoice, DeviceChoices } from './local-media.ts'

/** What there is to choose from, kept up to date until `stop`. */
export interface DeviceLists {
  readonly choices: ReadonlySignal<DeviceChoices>
  /** Reads the lists again: browsers give labels only once a device was allowed. */
  refresh(): void
  stop(): void
}

export function watchDevices(): DeviceLists {
  const choices = signal<DeviceChoices>({ microphones: [], cameras: [], speakers: [] })
  const refresh = (): void => {
    readDevices().then(
      (read) => {
        choices.value = read
      },
      (error) => console.warn('capture: no list of devices', error),
    )
  }
  const stop = new AbortController()
  navigator.mediaDevices?.addEventListener('devicechange', refresh, { signal: stop.signal })
  refresh()
  return { choices, refresh, stop: () => stop.abort() }
}

async function readDevices(): Promise<DeviceChoices> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? []
  return {
    microphones: choicesOf(devices, 'audioinput'),
    cameras: choicesOf(devices, 'videoinput'),
    speakers: choicesOf(devices, 'audiooutput'),
  }
}

/** Devices that still have no id, because nothing was allowed yet, cannot be chosen. */
function choicesOf(devices: readonly MediaDeviceInfo[], kind: MediaDeviceKind): DeviceChoice[] {
  return devices
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
}
