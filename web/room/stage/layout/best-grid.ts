/** A grid of equal tiles, in CSS pixels. */
export interface Grid {
  readonly columns: number
  readonly rows: number
  readonly tileWidth: number
  readonly tileHeight: number
}

/** How wide a picture may be for its height. */
export interface Shape {
  readonly least: number
  readonly most: number
}

/** What a grid has to fit into, in CSS pixels. */
export interface Ground {
  readonly width: number
  readonly height: number
  readonly gap: number
  /** How high the line over each picture is: part of its tile, not of its shape. */
  readonly caption?: number
  /** What is alone is no wider than one of so many in a row. */
  readonly atLeastAcross?: number
}

/** The largest tile of that shape in a cell of that size, in whole pixels: cropped where the cell is of another shape. */
function tileIn(width: number, height: number, { least, most }: Shape, caption: number) {
  const high = Math.max(0, height - caption)
  const tileWidth = Math.max(0, Math.floor(Math.min(width, high * most)))
  return { tileWidth, tileHeight: Math.floor(Math.min(high, tileWidth / least)) + caption }
}

function gridOf(columns: number, count: number, shape: Shape, ground: Ground): Grid {
  const { width, height, gap, caption = 0, atLeastAcross = 1 } = ground
  const rows = Math.ceil(count / columns)
  const across = Math.max(columns, atLeastAcross)
  const cellWidth = (width - gap * (across - 1)) / across
  const cellHeight = (height - gap * (rows - 1)) / rows
  return { columns, rows, ...tileIn(cellWidth, cellHeight, shape, caption) }
}

/**
 * The grid in which `count` tiles of one shape are largest. Among grids within EVEN of the largest, the one that has
 * fewest empty places, and then the one that lies as the ground lies: two people sit side by side on a wide one.
 */
export function bestGrid(count: number, shape: Shape, ground: Ground): Grid {
  const most = Math.max(1, count)
  const grids = Array.from({ length: most }, (_, index) => gridOf(index + 1, most, shape, ground))
  const area = (grid: Grid): number => grid.tileWidth * Math.max(0, grid.tileHeight - (ground.caption ?? 0))
  const enough = Math.max(...grids.map(area)) * EVEN
  const good = grids.filter((grid) => area(grid) >= enough)
  const empty = (grid: Grid): number => grid.columns * grid.rows - most
  const lying = ground.width >= ground.height ? -1 : 1
  good.sort((a, b) => empty(a) - empty(b) || lying * (a.columns - b.columns))
  return good[0] ?? gridOf(1, most, shape, ground)
}

/** Nobody sees a difference of 4 % in a tile's surface. */
const EVEN = 0.96

/** Cameras may lose what is at their sides, so that tiles use the stage: from 16:9 as far as 4:3. */
export const FACE: Shape = { least: 4 / 3, most: 16 / 9 }

/** On a stage that stands upright, as on a phone, a face may stand upright, too. */
export const UPRIGHT_FACE: Shape = { least: 3 / 4, most: 16 / 9 }

/** Below this a face is no face, and its name no name: the stage scrolls instead. */
const SMALLEST_TILE = 64

/** Whether one recognises faces in it. `textScale`: 2 where letters are twice as large. */
export const isRecognisable = ({ tileWidth, tileHeight }: Grid, textScale: number): boolean =>
  Math.min(tileWidth, tileHeight) >= SMALLEST_TILE * textScale

/** How wide tiles are at least on a stage that scrolls. */
const SCROLLING_TILE_WIDTH = { wide: 160, upright: 80 }

/** Whether a stage stands upright, as on a phone that is held so. */
export const isUpright = ({ width, height }: Pick<Ground, 'width' | 'height'>): boolean => width < height

/** How small tiles may be on a stage that scrolls. `textScale`: 2 where letters are twice as large. */
export function scrollingTile(upright: boolean, textScale: number): { width: number; height: number } {
  const width = textScale * (upright ? SCROLLING_TILE_WIDTH.upright : SCROLLING_TILE_WIDTH.wide)
  return { width, height: Math.floor(upright ? width : (width * 9) / 16) }
}

/** The grid of a stage full of faces; `scrolls` (down) where people are too many for it. `textScale`: 2 where letters are twice as large. */
export function stageGrid(
  count: number,
  ground: Ground,
  textScale = 1,
): Grid & { readonly scrolls: boolean } {
  const { width, height, gap } = ground
  const upright = isUpright(ground)
  const fitting = bestGrid(count, upright ? UPRIGHT_FACE : FACE, ground)
  if (isRecognisable(fitting, textScale) || width <= 0 || height <= 0) {
    return { ...fitting, scrolls: false }
  }
  const least = scrollingTile(upright, textScale)
  const columns = Math.max(1, Math.floor((width + gap) / (least.width + gap)))
  // What is over at the side is the tiles'.
  const tileWidth = Math.max(0, Math.floor((width - gap * (columns - 1)) / columns))
  const tileHeight = Math.floor((tileWidth * least.height) / least.width)
  return { columns, rows: Math.ceil(count / columns), tileWidth, tileHeight, scrolls: true }
}
