import { isLand } from './land.ts'
import { MAP_RATIO, type MapFrame } from './map-frame.ts'

/** How many cells a map is wide. */
const COLUMNS = 64
/** A map's width in the units of its drawing. */
export const DRAWN_WIDTH = 640
export const DRAWN_HEIGHT = DRAWN_WIDTH * MAP_RATIO

const STEP = DRAWN_WIDTH / COLUMNS
const ROW = (STEP * Math.sqrt(3)) / 2
/** From the middle of a cell to its corner, with a gap to the next. */
const REACH = (STEP / Math.sqrt(3)) * 0.86

const HALF = (REACH * Math.sqrt(3)) / 2
const around = (value: number): string => value.toFixed(1)
/** A hexagon that stands on a corner, from its top. */
const CELL = `l${around(HALF)} ${around(REACH / 2)}v${around(REACH)}l${around(-HALF)} ${around(REACH / 2)}l${around(-HALF)} ${around(-REACH / 2)}v${around(-REACH)}z`

/** The land of a map as a comb: an SVG path of a cell wherever there is some. */
export function landCells({ west, north, longitudes, latitudes }: MapFrame): string {
  const cells: string[] = []
  for (let row = 0; row * ROW <= DRAWN_HEIGHT + REACH; row += 1) {
    for (let column = 0; column <= COLUMNS; column += 1) {
      const x = (column + (row % 2) / 2) * STEP
      const y = row * ROW
      const longitude = west + (x / DRAWN_WIDTH) * longitudes
      const latitude = north - (y / DRAWN_HEIGHT) * latitudes
      // Maps may go beyond the line where days begin.
      const turned = ((((longitude + 180) % 360) + 360) % 360) - 180
      if (isLand(turned, latitude)) cells.push(`M${around(x)} ${around(y - REACH)}${CELL}`)
    }
  }
  return cells.join('')
}
