import { effect, type ReadonlySignal, untracked } from '@preact/signals'
import type { CapturedDevice } from '../devices/captured-device.ts'
import { microphoneConstraints } from '../devices/constraints.ts'
import { openMicrophone } from '../devices/open-devices.ts'
import type { BrowserSoundWishes } from '../local-media.ts'

type Microphone = Pick<CapturedDevice, 'state' | 'device' | 'openWith'>

const TUNED = ['echoCancellation', 'noiseSuppression', 'autoGainControl'] as const

/**
 * Has the open microphone treat the voice as is wished, now and at every change. One thing is tried after the other: what is
 * wished meanwhile comes next. Returns what stops it.
 */
export function followSound(microphone: Microphone, sound: ReadonlySignal<BrowserSoundWishes>): () => void {
  let tried = ''
  let isTuning = false
  let isOver = false
  const review = (): void => {
    const wishes = sound.value
    void microphone.state.value.track
    const { device } = microphone
    if (!device || isTuning || isOver) return
    // A device that cannot do what is wished is asked once, not for ever.
    const trying = [device.getSettings().deviceId, ...TUNED.map((name) => wishes[name])].join(' ')
    if (meets(device, wishes) || trying === tried) return
    tried = trying
    isTuning = true
    untracked(() => {
      tune(microphone, device, wishes)
        .catch((error) => console.error(error))
        .finally(() => {
          isTuning = false
          review()
        })
    })
  }
  const stop = effect(review)
  return () => {
    isOver = true
    stop()
  }
}

/** In place, where the browser can; else by opening the device anew and exchanging the one for the other. */
async function tune(
  microphone: Microphone,
  device: MediaStreamTrack,
  wishes: BrowserSoundWishes,
): Promise<void> {
  try {
    await device.applyConstraints(microphoneConstraints(wishes))
  } catch (error) {
    console.warn('capture: not changed in place', error)
  }
  // Chromium accepts the constraints, and changes nothing.
  if (meets(device, wishes) || microphone.device !== device) return
  const { deviceId } = device.getSettings()
  const pick = { deviceId: deviceId ?? null, exactly: deviceId !== undefined }
  await microphone.openWith(async (letGo) => {
    const beside = await openMicrophone(wishes, pick, 'exact').catch((error) => {
      console.warn('capture: not beside the former', error)
      return null
    })
    if (beside && meets(beside, wishes)) return beside
    beside?.stop()
    // Where both would be treated alike because they are one device, the former has to go first.
    letGo()
    return openMicrophone(wishes, pick)
  })
}

/** Whether the browser treats the track so; what it does not tell is taken for granted. */
function meets(track: MediaStreamTrack, wishes: BrowserSoundWishes): boolean {
  const settings = track.getSettings()
  return TUNED.every((name) => settings[name] === undefined || settings[name] === wishes[name])
}
