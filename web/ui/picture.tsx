import type { JSX, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface PictureProps {
  /** Given where somebody wants to know what becomes of it. */
  readonly video?: RefObject<HTMLVideoElement | null>
  readonly track: MediaStreamTrack
  /** Oneself is shown as in a mirror. */
  readonly mirrored: boolean
}

/** A moving picture without its sound; voices have their own elements. */
export function Picture({ video: given, track, mirrored }: PictureProps): JSX.Element {
  const own = useRef<HTMLVideoElement>(null)
  const video = given ?? own
  // At once, not after the next frame: its first picture may be here already.
  useLayoutEffect(() => {
    const element = video.current
    if (element === null) return
    element.srcObject = new MediaStream([track])
    return () => {
      element.srcObject = null
    }
  }, [video, track])
  return (
    <video ref={video} class="picture" data-mirrored={mirrored ? '' : undefined} muted playsInline autoPlay />
  )
}
