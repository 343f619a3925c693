/** Below as many pixels (960x540) Chromium sends two layers of a picture, and drops the largest of three. */
const THREE_LAYERS_FROM_PIXELS = 960 * 540

/** How much smaller than the camera's each layer is: about 180, 360 and 720 lines; the last one where there is one. */
const SCALES_OF_LARGE = [4, 2, 1] as const
const SCALES_OF_SMALL = [2, 1] as const

/** The scales of a camera's layers, the smallest layer first. A camera that does not tell its size is taken for a large one. */
function layerScales(track: Pick<MediaStreamTrack, 'getSettings'>): readonly number[] {
  const { width, height } = track.getSettings()
  const small = width !== undefined && height !== undefined && width * height < THREE_LAYERS_FROM_PIXELS
  return small ? SCALES_OF_SMALL : SCALES_OF_LARGE
}

/** What is decided here of a layer. */
export interface FittedLayer {
  readonly scaleResolutionDownBy: number
  readonly active: boolean
}

/** Fits layers to a camera: those up to `top` (0 is the smallest) are sent, as far as the camera has them. */
export const fitLayers = <Layer extends object>(
  layers: readonly Layer[],
  track: Pick<MediaStreamTrack, 'getSettings'>,
  top: number,
): (Layer & FittedLayer)[] => {
  const scales = layerScales(track)
  return layers.map((layer, index) => ({
    ...layer,
    scaleResolutionDownBy: scales[index] ?? 1,
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
  await sender.setParameters({ ...parameters, encodings: fitLayers(parameters.encodings, track, top) })
}
