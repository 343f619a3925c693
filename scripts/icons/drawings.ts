/** One picture to draw, in pixels. */
export interface Drawing {
  /** The file, within web/public/icons. */
  readonly file: string
  readonly width: number
  readonly height: number
  /** An SVG of that size. */
  readonly svg: string
}

const PAPER = '#faf6ef'
const FAINT = '#efe6d6'
const HONEY = '#f4b533'
const HONEY_DEEP = '#a86a00'

/** The box that the mark is drawn in. */
const MARK_BOX = 24

const opened = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`

/** @param share - Of the side, that the mark's box takes: what is cut round by a telephone shows all of 0.6. */
function icon(file: string, side: number, mark: string, share: number, ground: string | null): Drawing {
  const scale = (side * share) / MARK_BOX
  const margin = (side * (1 - share)) / 2
  const paper = ground === null ? '' : `<rect width="${side}" height="${side}" fill="${ground}" />`
  const placed = `<g transform="translate(${margin} ${margin}) scale(${scale})">${mark}</g>`
  return { file, width: side, height: side, svg: `${opened(side, side)}${paper}${placed}</svg>` }
}

/** Circumradius of a cell in the picture of links, and how far their rows are apart. */
const CELL = 150
const GAP = 10
const COLUMN = Math.sqrt(3) * CELL
const ROW = 1.5 * CELL

const hexagon = (x: number, y: number, fill: string): string => {
  const corners = [30, 90, 150, 210, 270, 330].map((degrees) => {
    const angle = (degrees * Math.PI) / 180
    return `${(x + (CELL - GAP) * Math.cos(angle)).toFixed(1)},${(y + (CELL - GAP) * Math.sin(angle)).toFixed(1)}`
  })
  return `<polygon points="${corners.join(' ')}" fill="${fill}" stroke="${fill}" stroke-width="${GAP}" stroke-linejoin="round" />`
}

/** Somebody, seen to the shoulders. */
const somebody = (x: number, y: number): string =>
  `<circle cx="${x}" cy="${y - 32}" r="30" fill="${HONEY_DEEP}" />` +
  `<path d="M${x - 62} ${y + 66}a62 58 0 0 1 124 0z" fill="${HONEY_DEEP}" />`

/** A comb in which three meet: what a link shows where it is shared. It has no words, and so no language. */
function shared(): Drawing {
  const [width, height] = [1_200, 630]
  const [middleX, middleY] = [width / 2, height / 2]
  const rows = [-2, -1, 0, 1, 2]
  const cells = rows.flatMap((row) =>
    [-3, -2, -1, 0, 1, 2, 3].map((column) => {
      const x = middleX + (column + (row % 2 === 0 ? 0.5 : 0)) * COLUMN
      const y = middleY + (row + 0.5) * ROW
      const meets = (row === -1 && column === 0) || (row === 0 && (column === 0 || column === -1))
      return hexagon(x, y, meets ? HONEY : FAINT) + (meets ? somebody(x, y) : '')
    }),
  )
  const paper = `<rect width="${width}" height="${height}" fill="${PAPER}" />`
  return { file: 'shared.png', width, height, svg: `${opened(width, height)}${paper}${cells.join('')}</svg>` }
}

/** @param mark - What is within the SVG of the mark, in a box of 24. */
export const drawings = (mark: string): Drawing[] => [
  icon('192.png', 192, mark, 0.96, null),
  icon('512.png', 512, mark, 0.96, null),
  icon('maskable-512.png', 512, mark, 0.68, PAPER),
  // What is transparent is black there.
  icon('apple-touch-icon.png', 180, mark, 0.74, PAPER),
  shared(),
]
