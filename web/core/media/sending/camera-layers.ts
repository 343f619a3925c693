/** Below as many pixels (960x540) Chromium sends two layers of a picture, and drops the largest of three. */
const THREE_LAYERS_FROM_PIXELS = 960 * 540

/** How much smaller than the camera's each layer is: about 180, 360 and 720 lines; the last one where there is one. */
const SCALES_OF_LARGE = [4, 2] as const
const SCALES_OF_SMALL = [2, 1] as const

/**
 * How much smaller the largest layer is in Firefox: it asks for no less than 1,200 kbit/s for a picture of 1280x720 (its
 * `kResolutionAndBitrateLimits`), beside what the other layers take, and for 200 of a picture that is a little smaller.
 */
export const ALMOST_WHOLE = 1.02

/** The scales of a camera's layers, the smallest layer first. A camera that does not tell its size is taken for a large one. */
function layerScales(track: Pick<MediaStreamTrack, 'getSettings'>, whole: number): readonly number[] {
  const { width, height } = track.getSettings()
  const small = width !== undefined && height !== undefined && width * height < THREE_LAYERS_FROM_PIXELS
  return small ? SCALES_OF_SMALL : [...SCALES_OF_LARGE, whole]
}

/** What is decided here of a layer. */
export interface FittedLayer {
  readonly scaleResolutionDownBy: number
  readonly active: boolean
}

/**
 * Fits layers to a camera: those up to `top` (0 is the smallest) are sent, as far as the camera has them; the largest of three
 * is smaller than the camera's picture by `whole`.
 */
export const fitLayers = <Layer extends object>(
  layers: readonly Layer[],
  track: Pick<MediaStreamTrack, 'getSettings'>,
  top: number,
  whole = 1,
): (Layer & FittedLayer)[] => {
  const scales = layerScales(track, whole)
  return layers.map((layer, index) => ({
    ...layer,
    scaleResolutionDownBy: scales[index] ?? whole,
    active: index < scales.length && index <= top,
  }))
}

/**
 * Fits the layers that are being sent to another camera, or another limit, without a negotiation (W3C webrtc,
 * `RTCRtpSender.setParameters`). Rejects as that does.
 */
export async function refitLayers(
  sender: Pick<RTCRtpSender, 'getParameters' | 'setParameters'>,
  track: Pick<MediaStreamTrack, 'getSettings'>,
  top: number,
): Promise<void> {
  const parameters = sender.getParameters()
  // The last layer, sent or not, keeps what was once decided for this browser.
  const whole = parameters.encodings.at(-1)?.scaleResolutionDownBy
  await sender.setParameters({ ...parameters, encodings: fitLayers(parameters.encodings, track, top, whole) })
}
