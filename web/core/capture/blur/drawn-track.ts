import { DRAWN_FRAMES_PER_SECOND } from './blur-limits.ts'

/** A track of what is drawn on a canvas. */
export interface DrawnTrack {
  readonly track: MediaStreamTrack
  /** Has what is drawn now become its next picture. */
  show(): void
}

interface Asked {
  requestFrame(): void
}

/** By what it has: not every browser that has the method has the class that the standard names. */
const canBeAsked = (thing: object): thing is Asked =>
  'requestFrame' in thing && typeof thing.requestFrame === 'function'

/** As much of a canvas, and of what it is captured as, as is needed. */
interface CapturedStream {
  getVideoTracks(): readonly MediaStreamTrack[]
}
interface Capturable {
  captureStream(framesPerSecond?: number): CapturedStream
}

/**
 * What is drawn on that canvas, as a track. Its pictures are asked for of the track (W3C mediacapture-fromelement §4), or, as in
 * Firefox, of its stream; where neither can be asked, the browser takes them by itself, as often as we draw. Throws where
 * the browser gives no track.
 */
export function drawnTrackOf(canvas: Capturable): DrawnTrack {
  const stream = canvas.captureStream(0)
  const track = trackOf(stream)
  for (const asked of [track, stream])
    if (canBeAsked(asked)) return { track, show: () => asked.requestFrame() }
  track.stop()
  return { track: trackOf(canvas.captureStream(DRAWN_FRAMES_PER_SECOND)), show: () => {} }
}

function trackOf(stream: CapturedStream): MediaStreamTrack {
  const [track] = stream.getVideoTracks()
  if (!track) throw new Error('a canvas without a track')
  return track
}
