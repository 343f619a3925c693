import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CaptureState } from '../../../web/core/capture/local-media.ts'
import { measureLevel } from '../../../web/core/capture/sound/level-meter.ts'
import { FakeTrack } from './fake-track.ts'
import { OFF } from './off.ts'

const WANTED: CaptureState = { ...OFF, wanted: true }

/** Contexts that were made, and whether they run. */
let contexts: { state: AudioContextState }[]
let startsRunning: boolean

class FakeContext {
  state: AudioContextState = 'suspended'
  constructor() {
    contexts.push(this)
  }
  resume(): Promise<void> {
    // As Firefox does without a sound output: it waits for one.
    if (!startsRunning) return new Promise(() => {})
    this.state = 'running'
    return Promise.resolve()
  }
  async close(): Promise<void> {
    this.state = 'closed'
  }
}

beforeEach(() => {
  contexts = []
  startsRunning = true
  vi.useFakeTimers()
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.stubGlobal('AudioContext', FakeContext)
  vi.stubGlobal('MediaStream', class {})
  vi.stubGlobal(
    'MediaStreamAudioSourceNode',
    class {
      connect(): void {}
    },
  )
  vi.stubGlobal(
    'AnalyserNode',
    class {
      readonly fftSize = 4
      getFloatTimeDomainData(samples: Float32Array): void {
        samples.fill(contexts.at(-1)?.state === 'running' ? 1 : 0)
      }
    },
  )
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a microphone is as loud as it is', async () => {
  const meter = measureLevel(signal({ ...WANTED, track: new FakeTrack('first') }))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(meter.level.value).toBe(1)
  meter.stop()
})

test('one that cannot be measured is not silent: nobody knows, until it can be', async () => {
  startsRunning = false
  const meter = measureLevel(signal({ ...WANTED, track: new FakeTrack('first') }))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(meter.level.value).toBeNull()
  for (const context of contexts) context.state = 'running'
  await vi.advanceTimersByTimeAsync(100)
  expect(meter.level.value).toBe(1)
  meter.stop()
})

test('nor is one for which the browser gives no context', async () => {
  vi.stubGlobal(
    'AudioContext',
    class {
      constructor() {
        throw new DOMException('no more of them', 'NotSupportedError')
      }
    },
  )
  const meter = measureLevel(signal({ ...WANTED, track: new FakeTrack('first') }))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(meter.level.value).toBeNull()
  meter.stop()
})
