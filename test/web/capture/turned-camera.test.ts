import { signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cameraConstraints } from '../../../web/core/capture/devices/constraints.ts'
import { turnedCamera } from '../../../web/core/capture/devices/turned-camera.ts'
import type { CameraChoice, LocalMedia } from '../../../web/core/capture/local-media.ts'
import { openLocalMedia } from '../../../web/core/capture/open-local-media.ts'
import { FakeTrack } from './fake-track.ts'

const camera = (id: string, facing: CameraChoice['facing'] = null): CameraChoice => ({
  id,
  label: id,
  facing,
})

describe('the camera that looks the other way', () => {
  const front = camera('front', 'user')
  const back = camera('back', 'environment')
  const toBack = { deviceId: null, facing: 'environment', exactly: true }
  const toFront = { deviceId: null, facing: 'user', exactly: true }
  const exactly = (deviceId: string) => ({ deviceId, exactly: true })

  test.each([
    ['a desk with one camera', [camera('a')], 'a', null, false, null],
    ['a desk with two cameras that face no way', [camera('a'), camera('b')], 'a', null, false, null],
    ['a tablet, from the front', [front, back], 'front', 'user', false, toBack],
    ['a tablet, from the back', [front, back], 'back', 'environment', false, toFront],
    ['a tablet, from a camera on a cable', [front, back, camera('c')], 'c', null, false, toBack],
    ['a telephone with one camera', [front], 'front', 'user', true, null],
    ['a telephone with two cameras on one side', [front, camera('b', 'user')], 'front', 'user', true, null],
    ['a telephone that tells of the open one only', [camera('a'), camera('b')], 'a', 'user', true, toBack],
    ['the same, from the back', [camera('a'), camera('b')], 'b', 'environment', true, toFront],
    ['a telephone that tells nothing', [camera('a'), camera('b')], 'a', null, true, exactly('b')],
    ['the same, from the last', [camera('a'), camera('b')], 'b', null, true, exactly('a')],
    ['the same, from none that is known', [camera('a'), camera('b')], null, null, true, exactly('a')],
  ] as const)('%s', (_machine, cameras, deviceId, facing, telephone, pick) => {
    expect(turnedCamera(cameras, { deviceId, facing }, telephone)).toEqual(pick)
  })

  test('is asked for by where it faces', () => {
    vi.stubGlobal('screen', { width: 390, height: 844 })
    expect(cameraConstraints({ deviceId: null, facing: 'environment', exactly: true })).toMatchObject({
      facingMode: { exact: 'environment' },
    })
    vi.unstubAllGlobals()
  })
})

/** A camera that tells which way it faces without being open; Firefox has none. */
class FakeInputDevice implements InputDeviceInfo {
  readonly kind = 'videoinput'
  readonly groupId = ''
  readonly deviceId: string
  readonly label: string
  readonly #facingMode: string[]

  constructor(deviceId: string, facingMode: string[]) {
    this.deviceId = deviceId
    this.label = deviceId
    this.#facingMode = facingMode
  }
  getCapabilities(): MediaTrackCapabilities {
    return { facingMode: this.#facingMode }
  }
  toJSON(): unknown {
    return null
  }
}

/** A telephone's two cameras, of which only one may be open, and which tell which way they face. */
class FakeCameras extends EventTarget {
  readonly opened: FakeTrack[] = []
  readonly asked: unknown[] = []
  readonly enumerateDevices = async (): Promise<FakeInputDevice[]> => [
    new FakeInputDevice('front', ['user']),
    new FakeInputDevice('back', ['environment']),
  ]
  readonly getUserMedia = async ({ video }: MediaStreamConstraints): Promise<unknown> => {
    if (typeof video !== 'object') throw new DOMException('only a camera', 'NotFoundError')
    this.asked.push(video.facingMode)
    if (this.opened.some(({ readyState }) => readyState === 'live'))
      throw new DOMException('one is enough', 'NotReadableError')
    const wanted = JSON.stringify(video.facingMode ?? '').includes('environment')
    const track = new FakeTrack(wanted ? 'back' : 'front', { facingMode: wanted ? 'environment' : 'user' })
    this.opened.push(track)
    return { getVideoTracks: () => [track] }
  }
}

describe('on a telephone', () => {
  let cameras: FakeCameras
  let localMedia: LocalMedia

  beforeEach(() => {
    cameras = new FakeCameras()
    vi.stubGlobal('InputDeviceInfo', FakeInputDevice)
    vi.stubGlobal('screen', { width: 390, height: 844 })
    vi.stubGlobal('navigator', { mediaDevices: cameras, permissions: { query: async () => ({}) } })
    localMedia = openLocalMedia({
      microphone: { wanted: false, deviceId: null },
      camera: { wanted: true, deviceId: null },
      speakerId: null,
      withheld: false,
      sound: signal({
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        strongNoiseSuppression: false,
      }),
      picture: signal({ blursBackground: false }),
    })
  })
  afterEach(() => {
    localMedia.stop()
    vi.unstubAllGlobals()
  })

  const turnable = () => vi.waitFor(() => expect(localMedia.canTurnCamera.value).toBe(true))

  test('the camera turns round and back, the one making room for the other', async () => {
    await vi.waitFor(() =>
      expect(localMedia.camera.value).toMatchObject({ facing: 'user', deviceId: 'front' }),
    )
    await turnable()
    await localMedia.turnCamera()
    expect(localMedia.camera.value).toMatchObject({ facing: 'environment', deviceId: 'back', problem: null })
    expect(cameras.asked.at(-1)).toEqual({ exact: 'environment' })
    await localMedia.turnCamera()
    expect(localMedia.camera.value).toMatchObject({ facing: 'user', deviceId: 'front', changeProblem: null })
    expect(cameras.opened.map(({ readyState }) => readyState)).toEqual(['ended', 'ended', 'live'])
  })

  test('a camera that is off is not turned, and stays off', async () => {
    await vi.waitFor(() => expect(localMedia.camera.value.track).not.toBeNull())
    await turnable()
    await localMedia.setCamera(false)
    expect(localMedia.canTurnCamera.value).toBe(false)
    const { length } = cameras.asked
    await localMedia.turnCamera()
    expect(cameras.asked).toHaveLength(length)
  })
})
