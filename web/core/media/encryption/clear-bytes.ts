import type { MediaKind } from '../../../../protocol/media/rtp.ts'

/**
 * What of a VP8 frame stays in clear: its frame tag and, of a key frame, start code and size (RFC 6386 §9.1). Browsers read
 * them between encoder and packets, and again before the decoder.
 */
const VP8_KEY_FRAME_BYTES = 10
const VP8_FRAME_BYTES = 3
/** The first bit of a frame tag is 0 in key frames (RFC 6386 §9.1). */
const VP8_IS_NOT_KEY = 1

/** Whether that is a key frame; encrypted frames say so, too. */
export const isKeyFrame = (kind: MediaKind, frame: Uint8Array): boolean =>
  kind === 'video' && ((frame[0] ?? VP8_IS_NOT_KEY) & VP8_IS_NOT_KEY) === 0

/**
 * How many bytes of a frame stay in clear at its beginning: of Opus none, since no node looks into it; what pictures there are
 * in encrypted rooms are VP8. A frame that has fewer is none.
 */
export function clearBytesOf(kind: MediaKind, frame: Uint8Array): number {
  if (kind === 'audio') return 0
  return isKeyFrame(kind, frame) ? VP8_KEY_FRAME_BYTES : VP8_FRAME_BYTES
}
