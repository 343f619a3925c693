import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface PictureProps {
  readonly track: MediaStreamTrack
  /** Oneself is shown as in a mirror. */
  readonly mirrored: boolean
}

/** A moving picture without its sound; voices have their own elements. */
export function Picture({ track, mirrored }: PictureProps): JSX.Element {
  const video = useRef<HTMLVideoElement>(null)
  // At once, not after the next frame: its first picture may be here already.
  useLayoutEffect(() => {
    const element = video.current
    if (element === null) return
    element.srcObject = new MediaStream([track])
    return () => {
      element.srcObject = null
    }
  }, [track])
  return (
    <video ref={video} class="picture" data-mirrored={mirrored ? '' : undefined} muted playsInline autoPlay />
  )
}
