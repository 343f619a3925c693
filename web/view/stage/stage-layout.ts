import { bestGrid, type Grid, stageGrid } from './best-grid.ts'

/** How a stage is divided. Where nothing is large, all of it is the small tiles'. */
export interface StageLayout {
  /** What is large stands beside what is small, or above it. */
  readonly direction: 'row' | 'column'
  /** Null where nothing is large. */
  readonly large: Grid | null
  readonly small: Grid & { readonly scrolls: boolean }
  /** The part of the stage that small tiles have. */
  readonly strip: { readonly width: number; readonly height: number }
}

/** What there is to lay out, and on what. Sizes in CSS pixels. */
export interface StageContents {
  readonly small: number
  readonly large: number
  /** Whether all that is large is people: a face may be cropped to a square, a screen may not. */
  readonly faces: boolean
  readonly width: number
  readonly height: number
  readonly gap: number
  /** 2 where letters are twice as large. */
  readonly textScale?: number
}

const WIDE = 16 / 9
/** The strip beside what is large, as a part of the stage's width, and within these limits. */
const STRIP = { part: 0.18, min: 144, max: 240 }
/** What large tiles may take of an upright stage's height. */
const LARGE_MOST = 0.62

/**
 * Where tiles go: large ones large, the others in a strip at their side; under them on a stage that stands upright,
 * where a wide screen leaves room.
 */
export function stageLayout(contents: StageContents): StageLayout {
  const { small, large, width, height, gap, textScale = 1 } = contents
  if (large === 0) {
    const grid = stageGrid(small, width, height, gap, textScale)
    return { direction: 'row', large: null, small: grid, strip: { width, height } }
  }
  const none = { width: 0, height: 0 }
  const nobody = { columns: 1, rows: 0, tileWidth: 0, tileHeight: 0, scrolls: false }
  if (small === 0)
    return { direction: 'row', large: largeGrid(contents, width, height), small: nobody, strip: none }
  if (width >= height) return beside(contents)
  const grid = largeGrid(contents, width, height * LARGE_MOST)
  const used = grid.rows * (grid.tileHeight + gap)
  const strip = { width, height: Math.max(0, height - used) }
  const crowd = stageGrid(small, strip.width, strip.height, gap, textScale)
  return { direction: 'column', large: grid, small: crowd, strip }
}

function beside(contents: StageContents): StageLayout {
  const { small, width, height, gap } = contents
  const stripWidth = Math.round(Math.min(STRIP.max, Math.max(STRIP.min, width * STRIP.part), width / 2))
  const tileHeight = Math.floor(stripWidth / WIDE)
  const crowd = { columns: 1, rows: small, tileWidth: stripWidth, tileHeight }
  const scrolls = small * (tileHeight + gap) - gap > height
  return {
    direction: 'row',
    large: largeGrid(contents, Math.max(0, width - stripWidth - gap), height),
    small: { ...crowd, scrolls },
    strip: { width: stripWidth, height },
  }
}

const largeGrid = ({ large, faces, gap }: StageContents, width: number, height: number): Grid =>
  faces ? stageGrid(large, width, height, gap) : bestGrid(large, width, height, WIDE, gap)
