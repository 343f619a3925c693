import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** A camera that gives no picture for so long has stopped: in the dark they still give several a second. */
const STANDS_STILL_MS = 5_000
const LOOK_EVERY_MS = 1_000

/**
 * Whether a picture of this track is drawn; and, where it `ages`, the last one is no older than a moment. What nobody can see
 * does not age.
 */
export function useMoving(
  video: RefObject<HTMLVideoElement | null>,
  track: MediaStreamTrack,
  ages: boolean,
): boolean {
  const moving = useSignal(false)
  useLayoutEffect(() => {
    const element = video.current
    if (element === null) return
    let drawnAtMs = performance.now()
    let awaited = false
    moving.value = false
    const drawn = (): void => {
      awaited = false
      drawnAtMs = performance.now()
      moving.value = true
    }
    /** Asks for one more picture: not for each, of which there are hundreds a second in a large room. */
    const ask = (): void => {
      if (awaited || !('requestVideoFrameCallback' in element)) return
      awaited = true
      element.requestVideoFrameCallback(drawn)
    }
    const look = (): void => {
      const isSeen = document.visibilityState === 'visible'
      if (!isSeen || !awaited) drawnAtMs = performance.now()
      else if (performance.now() - drawnAtMs >= STANDS_STILL_MS) moving.value = false
      ask()
    }
    ask()
    const timer = ages ? setInterval(look, LOOK_EVERY_MS) : undefined
    element.addEventListener('loadeddata', drawn)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      element.removeEventListener('loadeddata', drawn)
      document.removeEventListener('visibilitychange', look)
    }
  }, [video, track, ages, moving])
  return moving.value
}
