import type { types } from 'mediasoup-client'
import type { MediaSource } from '../../../../protocol/media/session.ts'
import { ALMOST_WHOLE, fitLayers } from './camera-layers.ts'

/** How a source is sent. */
export type SendOptions = Pick<types.ProducerOptions, 'encodings' | 'codecOptions' | 'codec'>

/**
 * What comes first where our own way is narrow (M12; W3C webrtc-priority §4): sound, then a screen, then our face, which
 * gets a quarter of the bits that a screen gets.
 */
const PRIORITY = {
  microphone: 'high',
  'screen-audio': 'high',
  screen: 'medium',
  camera: 'very-low',
} as const satisfies Record<MediaSource, RTCPriorityType>

/**
 * Three sizes of the same picture (simulcast), or two of a small one, so that the node can give each receiver the one
 * that fits. The rates, in bits a second, are those at which VP8 at 30 pictures a second of 180, 360 and 720 lines looks
 * decent.
 */
const CAMERA_LAYERS = [
  { maxBitrate: 120_000, scalabilityMode: 'L1T3' },
  { maxBitrate: 350_000, scalabilityMode: 'L1T3' },
  { maxBitrate: 1_200_000, scalabilityMode: 'L1T3' },
]

/** A shared screen must be legible: its own size for those who look at it, half of it for small tiles. */
const SCREEN_LAYERS = [
  { scaleResolutionDownBy: 2, maxBitrate: 400_000, maxFramerate: 10, scalabilityMode: 'L1T1' },
  { scaleResolutionDownBy: 1, maxBitrate: 2_500_000, maxFramerate: 30, scalabilityMode: 'L1T1' },
]

/** In kilobits a second: where the estimate of the bandwidth begins, so that the first pictures are not a blur. */
const START_BITRATE_KBPS = 600

/** Of a voice at a constant rate: Opus' own for a voice, which browsers may raise. */
const CONSTANT_RATE_BITS = 32_000

/** What is asked of the browser before it is told how to send. */
export type SendingDevice = Pick<types.Device, 'handlerName' | 'sendRtpCapabilities'>

/**
 * What to tell mediasoup-client about a source and its track.
 *
 * @param constantRate - Whether packets of a voice come as often in silence as in speech (K28).
 */
export function sendOptionsOf(
  source: MediaSource,
  track: MediaStreamTrack,
  device: SendingDevice,
  constantRate = false,
): SendOptions {
  switch (source) {
    case 'microphone':
      return soundOptions(source, {
        opusStereo: false,
        ...(constantRate && { opusDtx: false, opusMaxAverageBitrate: CONSTANT_RATE_BITS }),
      })
    case 'screen-audio':
      return soundOptions(source, { opusStereo: true })
    case 'camera':
      return videoOptions(
        source,
        fitLayers(CAMERA_LAYERS, track, CAMERA_LAYERS.length - 1, isFirefox(device) ? ALMOST_WHOLE : 1),
        device,
      )
    case 'screen':
      return videoOptions(source, SCREEN_LAYERS, device)
    default:
      return source satisfies never
  }
}

const isFirefox = ({ handlerName }: SendingDevice): boolean => handlerName.startsWith('Firefox')

const soundOptions = (
  source: 'microphone' | 'screen-audio',
  options: types.ProducerCodecOptions,
): SendOptions => ({
  encodings: [{ priority: PRIORITY[source] }],
  codecOptions: { opusDtx: true, opusFec: true, ...options },
})

function videoOptions(
  source: 'camera' | 'screen',
  encodings: types.RtpEncodingParameters[],
  device: SendingDevice,
): SendOptions {
  // VP8 is what every browser sends in simulcast; one that lacks it sends what it likes best.
  const codec = device.sendRtpCapabilities.codecs?.find(
    ({ mimeType }) => mimeType.toLowerCase() === 'video/vp8',
  )
  // The first layer's priority is that of all, and Chromium refuses one on another; in Firefox each layer has its own.
  const isEachItsOwn = isFirefox(device)
  return {
    encodings: encodings.map((encoding, index) =>
      index === 0 || isEachItsOwn ? { ...encoding, priority: PRIORITY[source] } : { ...encoding },
    ),
    codecOptions: { videoGoogleStartBitrate: START_BITRATE_KBPS },
    ...(codec ? { codec } : {}),
  }
}
