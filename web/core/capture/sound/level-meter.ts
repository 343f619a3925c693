import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { CaptureState } from '../local-media.ts'
import { loudnessOf } from './loudness.ts'
import { running } from './running-context.ts'

/** About 15 times a second. */
const INTERVAL_MS = 66
/**
 * How long a microphone is open before its level is measured: the machinery for it takes tens of milliseconds of a cold
 * page, and by a link that joins at once the pictures of others are just then on their way.
 */
const BEGIN_AFTER_MS = 400

/** How loud a microphone is, while it has a track; null where that cannot be measured, which is not silence. */
export interface LevelMeter {
  readonly level: ReadonlySignal<number | null>
  stop(): void
}

export function measureLevel(microphone: ReadonlySignal<CaptureState>): LevelMeter {
  const level = signal<number | null>(0)
  let measured: MediaStreamTrack | null = null
  let stopMeasuring = (): void => {}
  const stopFollowing = effect(() => {
    const { track } = microphone.value
    if (track === measured) return
    stopMeasuring()
    measured = track
    level.value = 0
    stopMeasuring = () => {}
    if (!track) return
    const begun = setTimeout(() => {
      stopMeasuring = measureIfPossible(track, (loudness) => {
        level.value = loudness
      })
    }, BEGIN_AFTER_MS)
    stopMeasuring = () => clearTimeout(begun)
  })
  return {
    level,
    stop: () => {
      stopFollowing()
      stopMeasuring()
    },
  }
}

/** Some browsers refuse a second context, or a device's sample rate: one is heard all the same. */
function measureIfPossible(track: MediaStreamTrack, tell: (loudness: number | null) => void): () => void {
  try {
    return measureTrack(track, tell)
  } catch (error) {
    console.warn('capture: no level', error)
    tell(null)
    return () => {}
  }
}

function measureTrack(track: MediaStreamTrack, tell: (loudness: number | null) => void): () => void {
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 1024 })
  new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) }).connect(analyser)
  // A context that was made before anybody touched the page may wait; with a microphone open, browsers let it run.
  running(context).catch((error) => {
    if (context.state === 'closed') return
    console.warn('capture: no level', error)
    tell(null)
  })
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    // What does not run hears nothing; it may begin late, with a sound output that is plugged in.
    if (context.state !== 'running') return
    analyser.getFloatTimeDomainData(samples)
    tell(loudnessOf(rootMeanSquare(samples)))
  }, INTERVAL_MS)
  return () => {
    clearInterval(timer)
    context.close().catch((error) => console.warn('capture: the level meter did not close', error))
  }
}

function rootMeanSquare(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.sqrt(sum / samples.length)
}
