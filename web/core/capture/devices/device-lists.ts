import { type ReadonlySignal, signal } from '@preact/signals'
import type { ArrivedDevice, DeviceChoice, DeviceChoices } from '../local-media.ts'
import { arrivedDevice } from './arrived-device.ts'
import { facingOfDevice } from './camera-facing.ts'

/** What there is to choose from, kept up to date until `stop`. */
export interface DeviceLists {
  readonly choices: ReadonlySignal<DeviceChoices>
  /** What was plugged in last; null until something was. */
  readonly arrived: ReadonlySignal<ArrivedDevice | null>
  /** Reads the lists again: browsers give labels only once a device was allowed. */
  refresh(): void
  stop(): void
}

export function watchDevices(): DeviceLists {
  const choices = signal<DeviceChoices>({ microphones: [], cameras: [], speakers: [] })
  const arrived = signal<ArrivedDevice | null>(null)
  let known: readonly MediaDeviceInfo[] | null = null
  const refresh = (): void => {
    readDevices().then(
      (devices) => {
        choices.value = {
          microphones: ofKind(devices, 'audioinput').map(choiceOf),
          cameras: ofKind(devices, 'videoinput').map((device) => ({
            ...choiceOf(device),
            facing: facingOfDevice(device),
          })),
          speakers: ofKind(devices, 'audiooutput').map(choiceOf),
        }
        if (known) arrived.value = arrivedDevice(known, devices) ?? arrived.peek()
        known = devices
      },
      (error) => console.warn('capture: no list of devices', error),
    )
  }
  const stop = new AbortController()
  navigator.mediaDevices?.addEventListener('devicechange', refresh, { signal: stop.signal })
  refresh()
  return { choices, arrived, refresh, stop: () => stop.abort() }
}

const readDevices = async (): Promise<readonly MediaDeviceInfo[]> =>
  (await navigator.mediaDevices?.enumerateDevices()) ?? []

/** Devices that still have no id, because nothing was allowed yet, cannot be chosen. */
const ofKind = (devices: readonly MediaDeviceInfo[], kind: MediaDeviceKind): MediaDeviceInfo[] =>
  devices.filter((device) => device.kind === kind && device.deviceId !== '')

const choiceOf = ({ deviceId, label }: MediaDeviceInfo): DeviceChoice => ({ id: deviceId, label })
