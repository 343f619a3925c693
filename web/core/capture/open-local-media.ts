import { computed, effect, type ReadonlySignal } from '@preact/signals'
import { CapturedDevice } from './devices/captured-device.ts'
import { type DevicePick, isTelephone } from './devices/constraints.ts'
import { watchDevices } from './devices/device-lists.ts'
import { findCauseOfLoss, isAllowed, openBoth, openCamera, openMicrophone } from './devices/open-devices.ts'
import type { Treatment } from './devices/opened-device.ts'
import { turnedCamera } from './devices/turned-camera.ts'
import type { CaptureSource, LocalMedia, PictureWishes, SoundWishes } from './local-media.ts'
import { chosenSpeaker } from './sound/chosen-speaker.ts'
import { measureLevel } from './sound/level-meter.ts'
import { followSound } from './sound/sound-tuning.ts'

/** Fetched only when it is switched on. */
const suppressNoise: Treatment = async (device) =>
  (await import('./sound/noise-suppression.ts')).suppressNoise(device)

/** Fetched only when it is switched on. */
const blurBackground: Treatment = async (device) =>
  (await import('./blur/blur-background.ts')).blurBackground(device)

/** How one of our devices should start. */
interface DeviceWish {
  readonly wanted: boolean
  /** The one that was used last. */
  readonly deviceId: string | null
}

export interface LocalMediaOptions {
  readonly microphone: DeviceWish
  readonly camera: DeviceWish
  readonly speakerId: string | null
  /** Whether nothing is opened before the person says so. */
  readonly withheld: boolean
  /** What is to be done to our voice; a change holds at once. */
  readonly sound: ReadonlySignal<SoundWishes>
  /** What is to be done to our picture; a change holds at once. */
  readonly picture: ReadonlySignal<PictureWishes>
}

/**
 * Opens our microphone and camera as wished; asks for permission once where both are. What comes of it, and what
 * goes wrong, stands in the signals.
 */
export function openLocalMedia(options: LocalMediaOptions): LocalMedia {
  const senders = new Set<(source: CaptureSource) => Promise<void>>()
  const handedOver = (source: CaptureSource) => () => Promise.all([...senders].map((sent) => sent(source)))
  const microphone = microphoneOf(options, handedOver('microphone'))
  const camera = cameraOf(options, handedOver('camera'))
  const lists = watchDevices()
  const turned = computed(() => turnedCamera(lists.choices.value.cameras, camera.state.value, isTelephone()))
  const meter = measureLevel(microphone.state)
  const stopTuning = followSound(microphone, options.sound)
  const speaker = chosenSpeaker(
    options.speakerId,
    computed(() => lists.choices.value.speakers),
  )
  let stopped = false
  const stopRefreshing = effect(() => {
    // A device that opened is a permission that was given: now the lists have labels.
    if (microphone.state.value.track || camera.state.value.track) lists.refresh()
  })
  if (!options.withheld)
    openAsWished(options, microphone, camera).catch((error) => console.error('capture:', error))
  return {
    microphone: microphone.state,
    camera: camera.state,
    devices: lists.choices,
    canTurnCamera: computed(() => camera.state.value.wanted && turned.value !== null),
    arrived: lists.arrived,
    level: meter.level,
    speaker: speaker.id,
    lostSpeaker: speaker.lost,
    turnOnWithheld: async () => {
      if (stopped) return
      const voice = { wanted: microphone.want(), deviceId: microphone.state.peek().deviceId }
      const picture = { wanted: camera.want(), deviceId: camera.state.peek().deviceId }
      await openAsWished({ ...options, microphone: voice, camera: picture }, microphone, camera)
    },
    setMicrophone: (on) => microphone.set(on),
    setCamera: (on) => camera.set(on),
    chooseMicrophone: (deviceId) => microphone.choose(deviceId),
    chooseCamera: (deviceId) => camera.choose(deviceId),
    turnCamera: async () => {
      const pick = turned.peek()
      if (pick && camera.state.peek().wanted) await camera.open(pick)
    },
    chooseSpeaker: speaker.choose,
    sendThrough: (sent) => {
      senders.add(sent)
      return () => senders.delete(sent)
    },
    stop: () => {
      stopped = true
      stopRefreshing()
      speaker.stop()
      stopTuning()
      meter.stop()
      lists.stop()
      microphone.stop()
      camera.stop()
    },
  }
}

const microphoneOf = (
  { microphone, withheld, sound }: LocalMediaOptions,
  handedOver: () => Promise<unknown>,
): CapturedDevice =>
  new CapturedDevice({
    source: 'microphone',
    ...microphone,
    withheld,
    open: (pick) => openMicrophone(sound.peek(), pick),
    treatment: computed(() => (sound.value.strongNoiseSuppression ? suppressNoise : null)),
    sendsUntreated: true,
    staysOpen: true,
    oneAtATime: false,
    causeOfLoss: findCauseOfLoss,
    handedOver,
  })

const cameraOf = (
  { camera, withheld, picture }: LocalMediaOptions,
  handedOver: () => Promise<unknown>,
): CapturedDevice =>
  new CapturedDevice({
    source: 'camera',
    ...camera,
    withheld,
    open: openCamera,
    treatment: computed(() => (picture.value.blursBackground ? blurBackground : null)),
    sendsUntreated: false,
    staysOpen: false,
    oneAtATime: isTelephone(),
    causeOfLoss: findCauseOfLoss,
    handedOver,
  })

async function openAsWished(
  { microphone: voice, camera: picture, sound }: LocalMediaOptions,
  microphone: CapturedDevice,
  camera: CapturedDevice,
): Promise<void> {
  const voicePick: DevicePick = { deviceId: voice.deviceId, exactly: false }
  const picturePick: DevicePick = { deviceId: picture.deviceId, exactly: false }
  if (voice.wanted && picture.wanted) {
    const both = openBoth(sound.peek(), voicePick, picturePick)
    await Promise.all([
      microphone.openWith(() =>
        both.then((stream) => stream?.getAudioTracks()[0] ?? openMicrophone(sound.peek(), voicePick)),
      ),
      camera.openWith(() => both.then((stream) => stream?.getVideoTracks()[0] ?? openCamera(picturePick))),
    ])
    return
  }
  if (picture.wanted) await camera.set(true)
  // Muted, but ready, where that takes no question: unmuting is then immediate.
  if (voice.wanted || (!microphone.device && (await isAllowed('microphone'))))
    await microphone.open(voicePick)
}
