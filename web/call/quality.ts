import type { MediaSource } from '../../protocol/media.ts'

/** How much picture a person wants: what fits the tiles, the smallest, or none of people. */
export const QUALITIES = ['auto', 'low', 'audio'] as const
export type Quality = (typeof QUALITIES)[number]

export const isQuality = (text: string): text is Quality => QUALITIES.some((quality) => quality === text)

/** The size of a picture on the page: CSS pixels times the device's pixel ratio. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A picture that the page shows, and what it is of. */
export interface ShownPicture extends PictureSize {
  readonly source: MediaSource
}

export const NOT_SHOWN: PictureSize = { width: 0, height: 0 }

/** What the smallest layer of a 720-line camera fills. */
const SMALLEST: PictureSize = { width: 320, height: 180 }

/** The size to ask for a picture that is shown at `size`. A screen is what a meeting is about: it is never given up. */
export function wantedSize(size: PictureSize, source: MediaSource, quality: Quality): PictureSize {
  if (quality === 'auto') return size
  if (quality === 'audio' && source !== 'screen') return NOT_SHOWN
  return { width: Math.min(size.width, SMALLEST.width), height: Math.min(size.height, SMALLEST.height) }
}
