import type { ReadonlySignal } from '@preact/signals'
import type { CaptureSource, LossCause } from '../local-media.ts'
import type { DevicePick } from './constraints.ts'
import type { Treatment } from './opened-device.ts'

/** What is particular to one device of ours. */
export interface CapturedDeviceOptions {
  readonly source: CaptureSource
  readonly wanted: boolean
  /** Whether it waits for the person's press, though it is wanted. */
  readonly withheld: boolean
  readonly deviceId: string | null
  /** Asks the browser for a track. Rejects as `getUserMedia` does. */
  readonly open: (pick: DevicePick) => Promise<MediaStreamTrack>
  /** What is to be made of the device's track; null where it is sent as it is. */
  readonly treatment: ReadonlySignal<Treatment | null>
  /** Whether the track is sent as it is where the treatment fails. */
  readonly sendsUntreated: boolean
  /** Whether the device stays open while it is not wanted: a microphone, so that unmuting is immediate. */
  readonly staysOpen: boolean
  /** Whether the machine may refuse a second device of the kind while one is open: cameras of telephones. */
  readonly oneAtATime: boolean
  /** Finds out why a device's track ended without us. */
  readonly causeOfLoss: (device: MediaStreamTrack) => Promise<LossCause>
  /** Resolves when the track that stood in `state` before is not sent any more. */
  readonly handedOver: () => Promise<unknown>
}
