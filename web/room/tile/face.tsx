import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { Badge } from '../../ui/badge.tsx'
import { useMoving } from '../../ui/hooks/use-moving.ts'
import { Picture } from '../../ui/picture.tsx'

interface FaceProps {
  /** Of whom. */
  readonly name: string
  readonly track: MediaStreamTrack
  readonly mirrored: boolean
  /** Whether it is always in motion, as faces are and screens are not: then one that stands still is none. */
  readonly ages: boolean
}

/** A picture, and initials over it for as long as there is none to see: nobody looks at a black tile, or at a face that stopped. */
export function Face({ name, track, mirrored, ages }: FaceProps): JSX.Element {
  const video = useRef<HTMLVideoElement>(null)
  const moving = useMoving(video, track, ages)
  return (
    <>
      {!moving && <Badge name={name} />}
      <Picture video={video} track={track} mirrored={mirrored} />
    </>
  )
}
