import { signal } from '@preact/signals'
import type { CaptureProblem, CaptureState, LocalMedia } from '../../../web/capture/local-media.ts'
import { fakePicture } from './fake-picture.ts'

interface FakeLocalMedia {
  readonly problem: CaptureProblem | null
  readonly cameraOn: boolean
}

/** Devices that always obey, or always have the same problem. */
export function fakeLocalMedia({ problem, cameraOn }: FakeLocalMedia): LocalMedia {
  const state = (track: MediaStreamTrack | null, wanted: boolean): CaptureState => ({
    wanted,
    pending: false,
    track: problem === null && wanted ? track : null,
    deviceId: 'first',
    problem: wanted ? problem : null,
    changeProblem: null,
  })
  const picture = fakePicture(20)
  const microphone = signal(state(picture, true))
  const camera = signal(state(picture, cameraOn))
  const level = signal(0.4)
  const choices = (names: readonly string[]) =>
    names.map((label, index) => ({ id: index === 0 ? 'first' : `other-${index}`, label }))
  return {
    microphone,
    camera,
    devices: signal({
      microphones: choices(['Headset microphone', 'Built-in microphone of the laptop, left and right']),
      cameras: choices(['Front camera']),
      speakers: choices(['Loudspeakers']),
    }),
    arrived: signal(null),
    level,
    speaker: signal(null),
    async setMicrophone(on) {
      microphone.value = { ...microphone.value, pending: true }
      await Promise.resolve()
      microphone.value = state(picture, on)
    },
    async setCamera(on) {
      camera.value = { ...camera.value, pending: true }
      await Promise.resolve()
      camera.value = state(picture, on)
    },
    async chooseMicrophone() {},
    async chooseCamera() {},
    chooseSpeaker() {},
    sendThrough: () => () => {},
    stop() {},
  }
}
