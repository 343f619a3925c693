/** A rectangle in pixels. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where each picture of a recording stands. */
export interface SceneLayout {
  readonly people: readonly Place[]
  readonly screens: readonly Place[]
}

const ASPECT = 16 / 9
const GAP = 8
/** The part of the width that people have beside a screen. */
const STRIP = 0.22

/** People in a grid; where a screen is shared, in a strip beside it. */
export function sceneLayout(people: number, screens: number, width: number, height: number): SceneLayout {
  if (screens === 0) return { people: gridIn({ x: 0, y: 0, width, height }, people), screens: [] }
  const strip = people === 0 ? 0 : Math.round(width * STRIP)
  return {
    screens: gridIn({ x: 0, y: 0, width: width - strip, height }, screens),
    people: gridIn({ x: width - strip, y: 0, width: strip, height }, people),
  }
}

/** As many equal tiles as are wanted, as large as they can be. */
function gridIn(area: Place, count: number): Place[] {
  const grids = Array.from({ length: count }, (_, index) => {
    const columns = index + 1
    const rows = Math.ceil(count / columns)
    const widest = (area.width - GAP * (columns + 1)) / columns
    const highest = (area.height - GAP * (rows + 1)) / rows
    return { columns, rows, width: Math.floor(Math.max(0, Math.min(widest, highest * ASPECT))) }
  })
  const best = grids.reduce((one, other) => (other.width > one.width ? other : one), {
    columns: 1,
    rows: 0,
    width: 0,
  })
  return Array.from({ length: count }, (_, index) => placeIn(area, best, index, count))
}

interface Grid {
  readonly columns: number
  readonly rows: number
  readonly width: number
}

/** The last row is centred. */
function placeIn(area: Place, { columns, rows, width }: Grid, index: number, count: number): Place {
  const height = Math.floor(width / ASPECT)
  const row = Math.floor(index / columns)
  const inRow = row === rows - 1 ? count - row * columns : columns
  const x = area.x + (area.width - inRow * (width + GAP) + GAP) / 2 + (index % columns) * (width + GAP)
  const y = area.y + (area.height - rows * (height + GAP) + GAP) / 2 + row * (height + GAP)
  return { x: Math.round(x), y: Math.round(y), width, height }
}
