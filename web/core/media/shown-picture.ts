import type { PicturePriority } from '../../../protocol/media/picture-priority.ts'
import type { Quality } from '../../settings/quality.ts'

/** The size of a picture on the page: CSS pixels times the device's pixel ratio. */
interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A picture that the page shows, and how much sooner than others it is needed (M12). */
export interface ShownPicture extends PictureSize {
  readonly priority: PicturePriority
}

export const NOT_SHOWN: ShownPicture = { width: 0, height: 0, priority: 'other' }

/** What the smallest layer of a 720-line camera fills. */
const SMALLEST: PictureSize = { width: 320, height: 180 }

/** What to ask for of a picture that is shown. A screen is what a meeting is about: it is never given up. */
export function wantedPicture(shown: ShownPicture, quality: Quality): ShownPicture {
  const { width, height, priority } = shown
  if (quality === 'auto') return shown
  if (quality === 'audio' && priority !== 'screen') return NOT_SHOWN
  return { width: Math.min(width, SMALLEST.width), height: Math.min(height, SMALLEST.height), priority }
}
