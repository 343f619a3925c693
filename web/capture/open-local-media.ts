import { effect, signal } from '@preact/signals'
import { CapturedDevice } from './captured-device.ts'
import { cameraConstraints, type DevicePick, isTelephone, microphoneConstraints } from './constraints.ts'
import { watchDevices } from './device-lists.ts'
import { measureLevel } from './level-meter.ts'
import type { CaptureSource, LocalMedia } from './local-media.ts'

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
}

/**
 * Opens our microphone and camera as wished; asks for permission once where both are. What comes of it, and what
 * goes wrong, stands in the signals.
 */
export function openLocalMedia(options: LocalMediaOptions): LocalMedia {
  const senders = new Set<(source: CaptureSource) => Promise<void>>()
  const handedOver = (source: CaptureSource) => () => Promise.all([...senders].map((sent) => sent(source)))
  const microphone = new CapturedDevice({
    ...options.microphone,
    open: openMicrophone,
    staysOpen: true,
    oneAtATime: false,
    handedOver: handedOver('microphone'),
  })
  const camera = new CapturedDevice({
    ...options.camera,
    open: openCamera,
    staysOpen: false,
    oneAtATime: isTelephone(),
    handedOver: handedOver('camera'),
  })
  const lists = watchDevices()
  const meter = measureLevel(microphone.state)
  const speaker = signal(options.speakerId)
  const stopRefreshing = effect(() => {
    // A device that opened is a permission that was given: now the lists have labels.
    if (microphone.state.value.track || camera.state.value.track) lists.refresh()
  })
  openAsWished(options, microphone, camera).catch((error) => console.error('capture:', error))
  return {
    microphone: microphone.state,
    camera: camera.state,
    devices: lists.choices,
    arrived: lists.arrived,
    level: meter.level,
    speaker,
    setMicrophone: (on) => microphone.set(on),
    setCamera: (on) => camera.set(on),
    chooseMicrophone: (deviceId) => microphone.choose(deviceId),
    chooseCamera: (deviceId) => camera.choose(deviceId),
    chooseSpeaker: (deviceId) => {
      speaker.value = deviceId
    },
    sendThrough: (sent) => {
      senders.add(sent)
      return () => senders.delete(sent)
    },
    stop: () => {
      stopRefreshing()
      meter.stop()
      lists.stop()
      microphone.stop()
      camera.stop()
    },
  }
}

async function openAsWished(
  { microphone: voice, camera: picture }: LocalMediaOptions,
  microphone: CapturedDevice,
  camera: CapturedDevice,
): Promise<void> {
  const voicePick: DevicePick = { deviceId: voice.deviceId, exactly: false }
  const picturePick: DevicePick = { deviceId: picture.deviceId, exactly: false }
  if (voice.wanted && picture.wanted) {
    const both = openBoth(voicePick, picturePick)
    await Promise.all([
      microphone.openWith(() =>
        both.then((stream) => firstOf(stream?.getAudioTracks()) ?? openMicrophone(voicePick)),
      ),
      camera.openWith(() =>
        both.then((stream) => firstOf(stream?.getVideoTracks()) ?? openCamera(picturePick)),
      ),
    ])
    return
  }
  if (picture.wanted) await camera.set(true)
  // Muted, but ready, where that takes no question: unmuting is then immediate.
  if (voice.wanted || (await isAllowed('microphone'))) await microphone.open(voicePick)
}

/** One prompt for both; null where that fails, because one of the two may still be had alone. */
async function openBoth(voice: DevicePick, picture: DevicePick): Promise<MediaStream | null> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: microphoneConstraints(voice),
      video: cameraConstraints(picture),
    })
  } catch (error) {
    console.warn('capture: not both at once', error)
    return null
  }
}

async function openMicrophone(pick: DevicePick): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: microphoneConstraints(pick) })
  return required(firstOf(stream.getAudioTracks()))
}

async function openCamera(pick: DevicePick): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: cameraConstraints(pick) })
  return required(firstOf(stream.getVideoTracks()))
}

const firstOf = (tracks: MediaStreamTrack[] | undefined): MediaStreamTrack | undefined => tracks?.[0]

function required(track: MediaStreamTrack | undefined): MediaStreamTrack {
  if (!track) throw new DOMException('the browser gave no track', 'NotFoundError')
  return track
}

/** Whether the browser would give the device without asking; browsers that do not tell are taken to ask. */
async function isAllowed(name: 'microphone' | 'camera'): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name })).state === 'granted'
  } catch (error) {
    console.info('capture: this browser does not tell permissions', error)
    return false
  }
}
