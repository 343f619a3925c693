import { computed, signal } from '@preact/signals'
import type { CaptureProblem, CaptureState, LocalMedia } from '../../../web/core/capture/local-media.ts'
import { OFF } from '../capture/off.ts'
import { fakePicture } from './fake-picture.ts'

interface FakeLocalMedia {
  readonly problem: CaptureProblem | null
  readonly cameraOn: boolean
  /** Whether a link would have them on, and may not turn them on. */
  readonly withheld: boolean
  /** Whether there is a camera on the back, too. */
  readonly turnable: boolean
}

/** Devices that always obey, or always have the same problem. */
export function fakeLocalMedia({ problem, cameraOn, withheld, turnable }: FakeLocalMedia): LocalMedia {
  const state = (track: MediaStreamTrack | null, wanted: boolean, waits = false): CaptureState => ({
    ...OFF,
    wanted,
    withheld: waits,
    track: problem === null && wanted ? track : null,
    deviceId: 'first',
    problem: wanted ? problem : null,
  })
  const picture = fakePicture(20)
  const [silence = null] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks()
  const microphone = signal(state(silence, !withheld, withheld))
  const camera = signal(state(picture, cameraOn && !withheld, withheld))
  const level = signal(0.4)
  const choices = (names: readonly string[]) =>
    names.map((label, index) => ({ id: index === 0 ? 'first' : `other-${index}`, label }))
  return {
    microphone,
    camera,
    devices: signal({
      microphones: choices(['Headset microphone', 'Built-in microphone of the laptop, left and right']),
      cameras: choices(turnable ? ['Front camera', 'Back camera'] : ['Front camera']).map((choice) => ({
        ...choice,
        facing: null,
      })),
      speakers: choices(['Loudspeakers']),
    }),
    canTurnCamera: computed(() => turnable && camera.value.wanted),
    arrived: signal(null),
    level,
    speaker: signal(null),
    lostSpeaker: signal(null),
    async turnOnWithheld() {},
    async setMicrophone(on) {
      microphone.value = { ...microphone.value, pending: true }
      await Promise.resolve()
      microphone.value = state(silence, on)
    },
    async setCamera(on) {
      camera.value = { ...camera.value, pending: true }
      await Promise.resolve()
      camera.value = state(picture, on)
    },
    async chooseMicrophone() {},
    async chooseCamera() {},
    async turnCamera() {
      const facing = camera.peek().facing === 'environment' ? 'user' : 'environment'
      camera.value = { ...camera.peek(), facing }
    },
    chooseSpeaker() {},
    sendThrough: () => () => {},
    stop() {},
  }
}
