import type { Treated } from '../devices/opened-device.ts'
import { DRAWN_FRAMES_PER_SECOND } from './blur-limits.ts'
import { drawnTrackOf } from './drawn-track.ts'

/** Paints one picture of the camera into the canvas. */
export type Paint = (picture: CanvasImageSource, width: number, height: number) => void

/** What Chromium has on pages (W3C mediacapture-transform, as it first was): the camera's pictures as streams. */
interface PictureStreams {
  readonly MediaStreamTrackProcessor: new (options: {
    track: MediaStreamTrack
    maxBufferSize?: number
  }) => { readonly readable: ReadableStream<VideoFrame> }
  readonly MediaStreamTrackGenerator: new (options: {
    kind: 'video'
  }) => MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> }
}

const hasStreams = (page: object): page is PictureStreams =>
  'MediaStreamTrackProcessor' in page && 'MediaStreamTrackGenerator' in page

/**
 * A camera's track with every picture repainted on that canvas. Neither way waits for the page to be drawn: it goes on
 * while nobody looks at the page.
 */
export async function repaint(
  device: MediaStreamTrack,
  canvas: HTMLCanvasElement,
  paint: Paint,
): Promise<Treated> {
  const page: object = globalThis
  return hasStreams(page) ? streamed(page, device, canvas, paint) : drawn(device, canvas, paint)
}

function streamed(
  { MediaStreamTrackProcessor, MediaStreamTrackGenerator }: PictureStreams,
  device: MediaStreamTrack,
  canvas: HTMLCanvasElement,
  paint: Paint,
): Treated {
  const reader = new MediaStreamTrackProcessor({ track: device, maxBufferSize: 1 }).readable.getReader()
  const track = new MediaStreamTrackGenerator({ kind: 'video' })
  const writer = track.writable.getWriter()
  const pump = async (): Promise<void> => {
    for (;;) {
      const { value: picture } = await reader.read()
      if (!picture) return
      paint(picture, picture.displayWidth, picture.displayHeight)
      const repainted = new VideoFrame(canvas, { timestamp: picture.timestamp })
      picture.close()
      await writer.write(repainted)
    }
  }
  pump().catch((error) => {
    if (track.readyState === 'live') console.error('capture: no more pictures', error)
  })
  return {
    track,
    stop: () => {
      reader.cancel().catch((error) => console.warn('capture: the pictures did not stop', error))
    },
  }
}

/** From a video element that nobody sees, at the beat of a worker: timers of pages that nobody looks at are slowed down. */
async function drawn(device: MediaStreamTrack, canvas: HTMLCanvasElement, paint: Paint): Promise<Treated> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([device])
  await video.play()
  const { track, show } = drawnTrackOf(canvas)
  const beat = new Worker(new URL('./background-timer.ts', import.meta.url), { type: 'module' })
  beat.addEventListener('message', () => {
    if (video.videoWidth === 0) return
    paint(video, video.videoWidth, video.videoHeight)
    show()
  })
  beat.postMessage(1_000 / DRAWN_FRAMES_PER_SECOND)
  return {
    track,
    stop: () => {
      beat.terminate()
      video.srcObject = null
    },
  }
}
