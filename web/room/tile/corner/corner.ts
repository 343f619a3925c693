import type { Corner } from '../../../settings/corners.ts'

/** A part of the stage, in CSS pixels from where its lines begin, and from its top. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A place on the stage, in CSS pixels as those. */
export interface Point {
  readonly x: number
  readonly y: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The small picture: as a part of the stage's width, within these limits, and of its height at most. */
const WIDE = { part: 0.2, min: 144, max: 280, shape: 16 / 9 }
const UPRIGHT = { part: 0.3, min: 96, max: 160, shape: 3 / 4 }
const MOST_OF_HEIGHT = 0.4
const MARGIN = 12

/** Where a small picture rests in its corner of the stage. */
export function cornerBox(stage: Size, corner: Corner): Box {
  const { part, min, max, shape } = stage.width >= stage.height ? WIDE : UPRIGHT
  const wanted = Math.min(max, Math.max(min, stage.width * part))
  const width = Math.floor(Math.min(wanted, stage.width / 2, stage.height * MOST_OF_HEIGHT * shape))
  const height = Math.floor(width / shape)
  return {
    x: corner.endsWith('end') ? Math.max(0, stage.width - width - MARGIN) : MARGIN,
    y: corner.startsWith('bottom') ? Math.max(0, stage.height - height - MARGIN) : MARGIN,
    width,
    height,
  }
}

/** The corner nearest to a point of the stage. */
export const nearestCorner = (stage: Size, point: Point): Corner =>
  `${point.y * 2 > stage.height ? 'bottom' : 'top'}-${point.x * 2 > stage.width ? 'end' : 'start'}`

const ROW = { ArrowUp: 'top', ArrowDown: 'bottom' } as const
const RIGHT = { ltr: 'end', rtl: 'start' } as const
const LEFT = { ltr: 'start', rtl: 'end' } as const

/** Where an arrow key sends the picture from its corner; null for other keys. */
export function cornerTowards(corner: Corner, key: string, direction: 'ltr' | 'rtl'): Corner | null {
  const row = corner.startsWith('top') ? 'top' : 'bottom'
  const side = corner.endsWith('end') ? 'end' : 'start'
  if (key === 'ArrowUp' || key === 'ArrowDown') return `${ROW[key]}-${side}`
  if (key === 'ArrowLeft') return `${row}-${LEFT[direction]}`
  if (key === 'ArrowRight') return `${row}-${RIGHT[direction]}`
  return null
}
