import type { Box } from '../../tile/corner/corner.ts'
import {
  bestGrid,
  type Grid,
  type Ground,
  isRecognisable,
  isUpright,
  type Shape,
  scrollingTile,
  stageGrid,
  UPRIGHT_FACE,
} from './best-grid.ts'

/** Where everything stands: boxes in the order of what there is. */
export interface StageLayout {
  /** What stays where it is when the rest scrolls. */
  readonly large: readonly Box[]
  readonly small: readonly Box[]
  /** Which way the small ones scroll, where they are too many. */
  readonly scrolls: 'across' | 'down' | null
  /** What all of them need, in CSS pixels: more than the stage where they scroll. */
  readonly floor: { readonly width: number; readonly height: number }
}

/** What there is to lay out, and on what. Sizes in CSS pixels. */
export interface StageContents {
  readonly small: number
  readonly large: number
  /** How wide what is large may be for its height. */
  readonly shape: Shape
  readonly width: number
  readonly height: number
  readonly gap: number
  /** How high the line over what is large is: over shared screens there is one. */
  readonly caption: number
  /** 2 where letters are twice as large. */
  readonly textScale?: number
}

/** The strip beside what is large, as a part of the stage's width, and within these limits. */
const STRIP = { part: 0.18, min: 144, max: 240, shape: 16 / 9 }
/** What large tiles may take of an upright stage's height. */
const LARGE_MOST = 0.62

/**
 * Where tiles go: large ones large, the others in a strip at their side; under them on a stage that stands upright,
 * where a wide screen leaves room. Where nothing is large, all of the stage is the small tiles'.
 */
export function stageLayout(contents: StageContents): StageLayout {
  const { small, large, width, height } = contents
  if (large === 0) return crowd(contents)
  if (small === 0) {
    const grid = largeGrid(contents, width, height)
    return still(contents, boxesOf(grid, large, contents, { x: 0, y: 0, width, height }), [])
  }
  return isUpright(contents) ? above(contents) : beside(contents)
}

function crowd(contents: StageContents): StageLayout {
  const { small, width, height, gap, textScale } = contents
  const grid = stageGrid(small, { width, height, gap }, textScale)
  const needed = grid.scrolls ? heightOf(grid, gap) : height
  const boxes = boxesOf(grid, small, contents, { x: 0, y: 0, width, height: needed })
  return {
    ...still(contents, [], boxes),
    scrolls: grid.scrolls ? 'down' : null,
    floor: { width, height: needed },
  }
}

function beside(contents: StageContents): StageLayout {
  const { small, large, width, height, gap } = contents
  const stripWidth = Math.round(Math.min(STRIP.max, Math.max(STRIP.min, width * STRIP.part), width / 2))
  const tileHeight = Math.floor(stripWidth / STRIP.shape)
  const strip = { columns: 1, rows: small, tileWidth: stripWidth, tileHeight }
  const needed = Math.max(height, heightOf(strip, gap))
  const rest = Math.max(0, width - stripWidth - gap)
  const place = { x: width - stripWidth, y: 0, width: stripWidth, height: needed }
  return {
    large: boxesOf(largeGrid(contents, rest, height), large, contents, { x: 0, y: 0, width: rest, height }),
    small: boxesOf(strip, small, contents, place),
    scrolls: needed > height ? 'down' : null,
    floor: { width, height: needed },
  }
}

function above(contents: StageContents): StageLayout {
  const { small, large, width, height, gap, textScale = 1 } = contents
  const grid = largeGrid(contents, width, height * LARGE_MOST)
  const top = heightOf(grid, gap)
  const under = { width, height: Math.max(0, height - top - gap), gap, atLeastAcross: 2 }
  // Faces may stand upright, as all on a narrow stage.
  const faces = bestGrid(small, UPRIGHT_FACE, under)
  const fits = isRecognisable(faces, textScale) || height <= 0
  const strip = fits ? faces : acrossGrid(small, under, textScale)
  const floor = { width: Math.max(width, strip.columns * (strip.tileWidth + gap) - gap), height }
  // Both stand in the middle together, and the strip close under what it belongs to.
  const spare = Math.max(0, Math.floor((height - top - gap - heightOf(strip, gap)) / 2))
  const place = { x: 0, y: spare + top + gap, width: floor.width, height: heightOf(strip, gap) }
  return {
    large: boxesOf(grid, large, contents, { x: 0, y: spare, width, height: top }),
    small: boxesOf(strip, small, contents, place, !fits),
    scrolls: fits ? null : 'across',
    floor,
  }
}

/** As many rows as there is room for, and as long as need be. */
function acrossGrid(count: number, { height, gap }: Ground, textScale: number): Grid {
  const tile = scrollingTile(true, textScale)
  const rows = Math.max(1, Math.floor((height + gap) / (tile.height + gap)))
  const tileHeight = Math.max(0, Math.min(tile.height, Math.floor((height - gap * (rows - 1)) / rows)))
  return { columns: Math.ceil(count / rows), rows, tileWidth: tile.width, tileHeight }
}

const largeGrid = ({ large, shape, gap, caption }: StageContents, width: number, height: number): Grid =>
  bestGrid(large, shape, { width, height, gap, caption })

const still = (
  { width, height }: StageContents,
  large: readonly Box[],
  small: readonly Box[],
): StageLayout => ({
  large,
  small,
  scrolls: null,
  floor: { width, height },
})

const heightOf = ({ rows, tileHeight }: Grid, gap: number): number => rows * (tileHeight + gap) - gap

/** The tiles of a grid in the middle of a place, row by row, or column by column; a row that is not full is in the middle, too. */
function boxesOf(
  grid: Grid,
  count: number,
  { gap }: StageContents,
  place: Box,
  byColumns = false,
): readonly Box[] {
  const { columns, rows, tileWidth: width, tileHeight: height } = grid
  const top = place.y + Math.floor((place.height - heightOf(grid, gap)) / 2)
  return Array.from({ length: count }, (_, index) => {
    const row = byColumns ? index % rows : Math.floor(index / columns)
    const column = byColumns ? Math.floor(index / rows) : index % columns
    const inRow = byColumns ? columns : Math.min(columns, count - row * columns)
    const left = place.x + Math.floor((place.width - inRow * (width + gap) + gap) / 2)
    return { x: left + column * (width + gap), y: top + row * (height + gap), width, height }
  })
}
