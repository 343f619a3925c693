import { type Signal, signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CapturedDevice } from '../../../web/core/capture/devices/captured-device.ts'
import type { CapturedDeviceOptions } from '../../../web/core/capture/devices/captured-device-options.ts'
import type { DevicePick } from '../../../web/core/capture/devices/constraints.ts'
import type { Treated, Treatment } from '../../../web/core/capture/devices/opened-device.ts'
import type { LossCause } from '../../../web/core/capture/local-media.ts'
import { FakeTrack } from './fake-track.ts'

/** Tracks that were given, by their devices. */
let given: Map<string, FakeTrack>
/** How the browser fails for a device, while it does. */
let failing: Map<string, string>
let handedOver: PromiseWithResolvers<void>
/** Why a device is gone, if one is. */
let cause: LossCause

beforeEach(() => {
  given = new Map()
  failing = new Map()
  handedOver = Promise.withResolvers()
  cause = 'unplugged'
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => {} } })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const device = (options: Partial<CapturedDeviceOptions> = {}): CapturedDevice =>
  new CapturedDevice({
    source: 'microphone',
    causeOfLoss: async () => cause,
    wanted: true,
    withheld: false,
    deviceId: 'first',
    open: async ({ deviceId }: DevicePick) => {
      const name = deviceId ?? 'any'
      const failure = failing.get(name)
      if (failure !== undefined) throw new DOMException('no', failure)
      const track = new FakeTrack(name)
      given.set(name, track)
      return track
    },
    treatment: signal(null),
    sendsUntreated: true,
    staysOpen: true,
    oneAtATime: false,
    handedOver: () => handedOver.promise,
    ...options,
  })

const openedDevice = async (options: Partial<CapturedDeviceOptions> = {}): Promise<CapturedDevice> => {
  const opened = device(options)
  await opened.set(true)
  return opened
}

describe('another device', () => {
  test('is opened before the first is released, which stops when nobody sends it any more', async () => {
    const microphone = await openedDevice()
    const tracks: (MediaStreamTrack | null)[] = []
    microphone.state.subscribe(({ track }) => tracks.push(track))
    await microphone.choose('second')
    expect(tracks).not.toContain(null)
    expect(microphone.state.value).toMatchObject({
      track: given.get('second'),
      deviceId: 'second',
      pending: false,
    })
    expect(given.get('first')?.readyState).toBe('live')
    handedOver.resolve()
    await vi.waitFor(() => expect(given.get('first')?.readyState).toBe('ended'))
    expect(given.get('second')?.readyState).toBe('live')
  })

  test('does not keep the first alight for ever, though nobody says that it is sent', async () => {
    const microphone = await openedDevice()
    vi.useFakeTimers()
    await microphone.choose('second')
    await vi.advanceTimersByTimeAsync(6_000)
    expect(given.get('first')?.readyState).toBe('ended')
  })

  test('is muted where the first was', async () => {
    const microphone = await openedDevice()
    await microphone.set(false)
    await microphone.choose('second')
    expect(given.get('second')?.enabled).toBe(false)
  })

  test('that cannot be had leaves the first as it was, and says so', async () => {
    const microphone = await openedDevice()
    failing.set('second', 'NotReadableError')
    await microphone.choose('second')
    expect(microphone.state.value).toMatchObject({
      track: given.get('first'),
      deviceId: 'first',
      pending: false,
      problem: null,
      changeProblem: 'busy',
    })
    handedOver.resolve()
    expect(given.get('first')?.readyState).toBe('live')
    failing.clear()
    await microphone.choose('second')
    expect(microphone.state.value.changeProblem).toBeNull()
  })

  test('of two that are chosen quickly, the last is taken, and nothing else stays open', async () => {
    const microphone = await openedDevice()
    await Promise.all([microphone.choose('second'), microphone.choose('third')])
    handedOver.resolve()
    await vi.waitFor(() => expect(given.get('first')?.readyState).toBe('ended'))
    expect(microphone.state.value.track).toBe(given.get('third'))
    expect(given.get('second')?.readyState).toBe('ended')
  })

  test('nothing is open after the end, were it in the middle of an exchange', async () => {
    const microphone = await openedDevice()
    await microphone.choose('second')
    microphone.stop()
    expect([...given.values()].map(({ readyState }) => readyState)).toEqual(['ended', 'ended'])
  })
})

describe('where only one may be open at a time', () => {
  const onlyOne = async ({ deviceId }: DevicePick): Promise<MediaStreamTrack> => {
    const name = deviceId ?? 'any'
    if (failing.has(name)) throw new DOMException('no', failing.get(name))
    if ([...given.values()].some(({ readyState }) => readyState === 'live'))
      throw new DOMException('one is enough', 'NotReadableError')
    const track = new FakeTrack(name)
    given.set(name, track)
    return track
  }

  test('the first lets go, and the second is taken', async () => {
    const camera = await openedDevice({ open: onlyOne, oneAtATime: true, staysOpen: false })
    await camera.choose('second')
    expect(camera.state.value).toMatchObject({
      track: given.get('second'),
      changeProblem: null,
      problem: null,
    })
  })

  test('the first comes back where the second does not start even so', async () => {
    const camera = await openedDevice({ open: onlyOne, oneAtATime: true, staysOpen: false })
    failing.set('second', 'NotReadableError')
    await camera.choose('second')
    expect(camera.state.value.track?.readyState).toBe('live')
    expect(camera.state.value).toMatchObject({ deviceId: 'first', changeProblem: 'busy', problem: null })
  })
})

describe('a device that is unplugged', () => {
  test('gives way to another microphone, and the person is told which', async () => {
    const microphone = await openedDevice()
    given.get('first')?.unplug()
    await vi.waitFor(() => expect(microphone.state.value.track).toBe(given.get('any')))
    await vi.waitFor(() => expect(microphone.state.value).toMatchObject({ problem: null, standIn: 'any' }))
    await microphone.choose('second')
    expect(microphone.state.value.standIn).toBeNull()
  })

  test('gives way muted where it was muted', async () => {
    const microphone = await openedDevice()
    await microphone.set(false)
    given.get('first')?.unplug()
    await vi.waitFor(() => expect(microphone.state.value.standIn).toBe('any'))
    expect(given.get('any')?.enabled).toBe(false)
  })

  test('gives way to no other camera: it stays off, and comes back itself or not at all', async () => {
    const asked: DevicePick[] = []
    const camera = await openedDevice({
      source: 'camera',
      staysOpen: false,
      open: async (pick) => {
        asked.push(pick)
        const track = new FakeTrack(pick.deviceId ?? 'any')
        given.set(track.label, track)
        if (failing.has(track.label)) throw new DOMException('no', failing.get(track.label))
        return track
      },
    })
    given.get('first')?.unplug()
    await vi.waitFor(() => expect(camera.state.value.problem).toBe('unplugged'))
    expect(camera.state.value).toMatchObject({ track: null, wanted: true, pending: false })
    expect(asked).toHaveLength(1)
    failing.set('first', 'OverconstrainedError')
    await camera.set(true)
    expect(asked.at(-1)).toEqual({ deviceId: 'first', exactly: true })
    expect(camera.state.value).toMatchObject({ track: null, problem: 'unplugged' })
    failing.clear()
    await camera.set(true)
    expect(camera.state.value).toMatchObject({ track: given.get('first'), problem: null, standIn: null })
  })

  test('by a permission that was taken back, or by somebody who stopped it, is opened by a press alone', async () => {
    for (const why of ['revoked', 'stopped'] as const) {
      cause = why
      const microphone = await openedDevice()
      given.clear()
      microphone.device?.dispatchEvent(new Event('ended'))
      await vi.waitFor(() => expect(microphone.state.value.problem).toBe(why))
      expect(given.size).toBe(0)
      await microphone.set(true)
      expect(microphone.state.value).toMatchObject({
        problem: null,
        standIn: null,
        track: given.get('first'),
      })
    }
  })

  test('is missed where there is no other', async () => {
    const microphone = await openedDevice()
    failing.set('any', 'NotFoundError')
    given.get('first')?.unplug()
    await vi.waitFor(() => expect(microphone.state.value.problem).toBe('unplugged'))
    await vi.waitFor(() => expect(microphone.state.value.pending).toBe(false))
    expect(microphone.state.value).toMatchObject({ track: null, problem: 'unplugged' })
  })

  test('does not spoil the exchange that is under way', async () => {
    const microphone = await openedDevice()
    const choosing = microphone.choose('second')
    given.get('first')?.unplug()
    await choosing
    expect(microphone.state.value.track).toBe(given.get('second'))
    expect(given.has('any')).toBe(false)
  })
})

describe('what is to be blurred before anybody sees it', () => {
  /** Ends one by one what was begun to be blurred. */
  let begun: { readonly device: MediaStreamTrack; done(): FakeTrack; fail(): void }[]

  const blur: Treatment = (track) => {
    const { promise, resolve, reject } = Promise.withResolvers<Treated>()
    const done = (): FakeTrack => {
      const blurred = new FakeTrack('blurred')
      resolve({ track: blurred, stop: () => {} })
      return blurred
    }
    begun.push({ device: track, done, fail: () => reject(new Error('no WebGL')) })
    return promise
  }

  /** A camera, and all that others ever got of it. */
  async function camera(treatment: Signal<Treatment | null>, options: Partial<CapturedDeviceOptions> = {}) {
    const opened = device({
      treatment,
      source: 'camera',
      sendsUntreated: false,
      staysOpen: false,
      ...options,
    })
    const sent: (MediaStreamTrack | null)[] = []
    opened.state.subscribe(({ track }) => {
      if (track !== sent.at(-1)) sent.push(track)
    })
    return { opened, sent }
  }

  beforeEach(() => {
    begun = []
  })

  test('is taken from others at once when it is wished for in a call, and given back when it is blurred', async () => {
    const wish = signal<Treatment | null>(null)
    const { opened, sent } = await camera(wish)
    await opened.set(true)
    const raw = given.get('first')
    wish.value = blur
    expect(opened.state.value).toMatchObject({ track: null, treating: true, pending: true, wanted: true })
    expect(raw?.enabled).toBe(false)
    const blurred = begun[0]?.done()
    await Promise.resolve()
    // As long as the camera itself may still be sent, it shows nothing.
    expect(opened.state.value.track).toBeNull()
    expect(raw?.enabled).toBe(false)
    handedOver.resolve()
    await vi.waitFor(() => expect(opened.state.value.track).toBe(blurred))
    expect(opened.state.value).toMatchObject({ treating: false, pending: false })
    expect(raw).toMatchObject({ enabled: true, readyState: 'live' })
    expect(sent).toEqual([null, raw, null, blurred])
  })

  test('is never sent where it cannot be blurred, and the camera is let go', async () => {
    const wish = signal<Treatment | null>(null)
    const { opened, sent } = await camera(wish)
    await opened.set(true)
    wish.value = blur
    begun[0]?.fail()
    await vi.waitFor(() => expect(opened.state.value.problem).toBe('untreated'))
    expect(opened.state.value).toMatchObject({ track: null, treating: false, pending: false })
    expect(given.get('first')?.readyState).toBe('ended')
    expect(sent).toEqual([null, given.get('first'), null])
  })

  test('is never sent as it is from the first moment on, and goes on at once where one thinks better of it', async () => {
    const wish = signal<Treatment | null>(blur)
    const { opened, sent } = await camera(wish)
    const opening = opened.set(true)
    await vi.waitFor(() => expect(begun).toHaveLength(1))
    expect(opened.state.value).toMatchObject({ track: null, treating: true, pending: true })
    wish.value = null
    expect(opened.state.value).toMatchObject({ track: given.get('first'), treating: false, pending: false })
    expect(given.get('first')?.enabled).toBe(true)
    const late = begun[0]?.done()
    handedOver.resolve()
    await opening
    expect(late?.readyState).toBe('ended')
    expect(sent).toEqual([null, given.get('first')])
    expect(given.get('first')?.readyState).toBe('live')
  })

  test('that is wished for while the camera starts is never sent as it is', async () => {
    const wish = signal<Treatment | null>(null)
    const { opened, sent } = await camera(wish)
    const opening = opened.set(true)
    wish.value = blur
    handedOver.resolve()
    await vi.waitFor(() => expect(begun).toHaveLength(1))
    const blurred = begun[0]?.done()
    await opening
    expect(sent).toEqual([null, blurred])
  })

  test('is not opened again by a press while it is prepared, and is off by another', async () => {
    const wish = signal<Treatment | null>(blur)
    const { opened, sent } = await camera(wish)
    const opening = opened.set(true)
    await vi.waitFor(() => expect(begun).toHaveLength(1))
    await opened.set(true)
    expect(given.get('first')?.enabled).toBe(false)
    await opened.set(false)
    begun[0]?.done()
    handedOver.resolve()
    await opening
    expect(opened.state.value).toMatchObject({ track: null, treating: false, pending: false })
    expect(given.get('first')?.readyState).toBe('ended')
    expect(sent).toEqual([null])
  })

  test('a voice goes on as it is while something is made of it', async () => {
    const wish = signal<Treatment | null>(null)
    const { opened, sent } = await camera(wish, { sendsUntreated: true, staysOpen: true })
    await opened.set(true)
    wish.value = blur
    const cleaned = begun[0]?.done()
    await vi.waitFor(() => expect(opened.state.value.track).toBe(cleaned))
    expect(sent).toEqual([null, given.get('first'), cleaned])
  })
})
