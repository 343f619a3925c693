import { signal } from '@preact/signals'
import { afterEach, expect, test, vi } from 'vitest'
import type { DeviceRequest } from '../../../web/core/capture/devices/captured-device.ts'
import type { BrowserSoundWishes } from '../../../web/core/capture/local-media.ts'
import { followSound } from '../../../web/core/capture/sound/sound-tuning.ts'
import { FakeTrack } from './fake-track.ts'
import { OFF } from './off.ts'

const ALL: BrowserSoundWishes = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

/** A microphone that is exchanged as a captured device is: an earlier opening gives way to a later one. */
class FakeMicrophone {
  readonly state = signal({ ...OFF, track: new FakeTrack('mic', ALL) as MediaStreamTrack | null })
  #openings = 0

  get device(): MediaStreamTrack | null {
    return this.state.peek().track
  }

  async openWith(request: DeviceRequest): Promise<void> {
    this.#openings += 1
    const opening = this.#openings
    const track = await request(() => {})
    if (opening === this.#openings) this.state.value = { ...this.state.peek(), track }
  }
}

/** The settings that are asked for, as a browser gives them to a new track. */
function given({ audio }: MediaStreamConstraints): MediaTrackSettings {
  const asked = typeof audio === 'object' ? audio : {}
  const is = (name: keyof BrowserSoundWishes): boolean => JSON.stringify(asked[name]).includes('true')
  return {
    echoCancellation: is('echoCancellation'),
    noiseSuppression: is('noiseSuppression'),
    autoGainControl: is('autoGainControl'),
  }
}

afterEach(() => vi.unstubAllGlobals())

test('what is wished while something else is being tried holds in the end, whatever comes first', async () => {
  const opened: ((stream: { getAudioTracks(): MediaStreamTrack[] }) => void)[] = []
  const asked: MediaStreamConstraints[] = []
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia: (constraints: MediaStreamConstraints) => {
        asked.push(constraints)
        return new Promise((resolve) => opened.push(resolve))
      },
    },
  })
  const open = async (): Promise<void> => {
    await vi.waitFor(() => expect(opened).toHaveLength(1))
    const track = new FakeTrack('mic', given(asked.at(-1) ?? {}))
    opened.shift()?.({ getAudioTracks: () => [track] })
  }
  const microphone = new FakeMicrophone()
  const sound = signal(ALL)
  const stop = followSound(microphone, sound)

  sound.value = { ...ALL, echoCancellation: false }
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  const slow = Promise.withResolvers<void>()
  vi.spyOn(microphone.device as FakeTrack, 'applyConstraints').mockReturnValue(slow.promise)
  const wished = { ...ALL, echoCancellation: false, autoGainControl: false }
  sound.value = wished
  await open()
  await vi.waitFor(() => expect(microphone.device?.getSettings().echoCancellation).toBe(false))
  slow.resolve()
  await open()
  await vi.waitFor(() => expect(microphone.device?.getSettings()).toMatchObject(wished))
  stop()
})

test('what a device cannot do is tried once', async () => {
  const getUserMedia = vi.fn(async () => ({ getAudioTracks: () => [new FakeTrack('mic', ALL)] }))
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } })
  const microphone = new FakeMicrophone()
  const sound = signal({ ...ALL, autoGainControl: false })
  const stop = followSound(microphone, sound)
  await vi.waitFor(() => expect(getUserMedia).toHaveBeenCalledTimes(2))
  await new Promise((resolve) => setTimeout(resolve))
  expect(getUserMedia).toHaveBeenCalledTimes(2)
  stop()
})
