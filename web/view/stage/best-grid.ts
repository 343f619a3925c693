/** A grid of equal tiles, in CSS pixels. */
export interface Grid {
  readonly columns: number
  readonly rows: number
  readonly tileWidth: number
  readonly tileHeight: number
}

const gridOf = (
  columns: number,
  count: number,
  width: number,
  height: number,
  aspect: number,
  gap: number,
): Grid => {
  const rows = Math.ceil(count / columns)
  const byWidth = (width - gap * (columns - 1)) / columns
  const byHeight = ((height - gap * (rows - 1)) / rows) * aspect
  const tileWidth = Math.max(0, Math.floor(Math.min(byWidth, byHeight)))
  return { columns, rows, tileWidth, tileHeight: Math.floor(tileWidth / aspect) }
}

/**
 * The grid in which `count` tiles of one `aspect` (width by height) are largest inside `width` by `height`. Among
 * grids within EVEN of the largest, the one that lies as the stage lies: two people sit side by side on a wide one.
 */
export function bestGrid(count: number, width: number, height: number, aspect: number, gap = 0): Grid {
  const most = Math.max(1, count)
  const grids = Array.from({ length: most }, (_, index) =>
    gridOf(index + 1, most, width, height, aspect, gap),
  )
  const enough = Math.max(...grids.map((grid) => grid.tileWidth)) * EVEN
  const good = grids.filter((grid) => grid.tileWidth >= enough)
  const empty = (grid: Grid): number => grid.columns * grid.rows - most
  const lying = width >= height ? -1 : 1
  good.sort((a, b) => empty(a) - empty(b) || lying * (a.columns - b.columns))
  return good[0] ?? gridOf(1, most, width, height, aspect, gap)
}

/** Nobody sees a difference of 2 % in a tile's width. */
const EVEN = 0.98

/** Tiles are wide on wide stages, and about square where the stage stands upright, as on a phone. */
const tileAspect = (width: number, height: number): number => (width >= height ? 16 / 9 : 1)

/** How far a tile of an upright stage may leave the square, to use the space that is there. */
const SQUARISH = 4 / 3

/** The same grid with its square tiles stretched into the empty space, at most to 4:3 or 3:4. */
function stretch(grid: Grid, width: number, height: number, gap: number): Grid {
  const room = (length: number, tiles: number): number => Math.floor((length - gap * (tiles - 1)) / tiles)
  const tileWidth = Math.min(room(width, grid.columns), Math.floor(grid.tileHeight * SQUARISH))
  const tileHeight = Math.min(room(height, grid.rows), Math.floor(grid.tileWidth * SQUARISH))
  return tileWidth > grid.tileWidth ? { ...grid, tileWidth } : { ...grid, tileHeight }
}

/** Below this a face is no face, and its name no name: the stage scrolls instead. */
const SMALLEST_TILE_HEIGHT = 64

/** How wide tiles are at least on a stage that scrolls. */
const SCROLLING_TILE_WIDTH = { wide: 160, upright: 80 }

/** The grid of a stage; `scrolls` where people are too many for it. `textScale`: 2 where letters are twice as large. */
export function stageGrid(
  count: number,
  width: number,
  height: number,
  gap: number,
  textScale = 1,
): Grid & { readonly scrolls: boolean } {
  const aspect = tileAspect(width, height)
  const upright = aspect === 1
  const fitting = bestGrid(count, width, height, aspect, gap)
  if (fitting.tileHeight >= SMALLEST_TILE_HEIGHT * textScale || width <= 0 || height <= 0) {
    return { ...(upright ? stretch(fitting, width, height, gap) : fitting), scrolls: false }
  }
  const tileWidth = textScale * (upright ? SCROLLING_TILE_WIDTH.upright : SCROLLING_TILE_WIDTH.wide)
  const columns = Math.max(1, Math.floor((width + gap) / (tileWidth + gap)))
  return { ...gridOf(columns, count, width, Number.POSITIVE_INFINITY, aspect, gap), scrolls: true }
}
