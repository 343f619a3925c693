import { loadRnnoise, RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor'
import plainAddress from '@sapphi-red/web-noise-suppressor/rnnoise.wasm?url'
import simdAddress from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url'
import workletAddress from '@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js?url'
import type { Treated } from '../devices/opened-device.ts'
import { running } from './running-context.ts'

/** What RNNoise was trained on, in samples a second. */
const SAMPLE_RATE_HZ = 48_000

/** The same for every microphone; fetched once, and again where that failed. */
let program: Promise<ArrayBuffer> | null = null

/**
 * Removes from a voice what is none, with RNNoise (J.-M. Valin, "A hybrid DSP/deep learning approach to real-time
 * full-band speech enhancement", 2018), about 10 ms later. Rejects where it does not start.
 */
export async function suppressNoise(device: MediaStreamTrack): Promise<Treated> {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ, latencyHint: 'interactive' })
  try {
    const [wasmBinary] = await Promise.all([
      loadProgram(),
      context.audioWorklet.addModule(workletAddress),
      running(context),
    ])
    return connect(context, device, wasmBinary)
  } catch (error) {
    await context.close()
    throw error
  }
}

function connect(context: AudioContext, device: MediaStreamTrack, wasmBinary: ArrayBuffer): Treated {
  const voice = new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([device]) })
  const suppressor = new RnnoiseWorkletNode(context, { maxChannels: 1, wasmBinary })
  const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 })
  voice.connect(suppressor).connect(out)
  const [track] = out.stream.getAudioTracks()
  if (!track) throw new Error('a destination without a track')
  track.contentHint = 'speech'
  return {
    track,
    stop: () => {
      voice.disconnect()
      suppressor.destroy()
      context.close().catch((error) => console.warn('capture: the noise suppression did not close', error))
    },
  }
}

function loadProgram(): Promise<ArrayBuffer> {
  const loading = program ?? loadRnnoise({ url: plainAddress, simdUrl: simdAddress })
  program = loading
  // Whoever asked for it hears of it, and says so.
  loading.catch(() => {
    program = null
  })
  return loading
}
