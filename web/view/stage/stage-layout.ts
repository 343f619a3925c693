import { bestGrid, type Grid, stageGrid } from './best-grid.ts'

/** How a stage is divided. Without screens, all of it is the people's. */
export interface StageLayout {
  /** Screens beside people, or above them. */
  readonly direction: 'row' | 'column'
  /** Null where nobody shares. */
  readonly screens: Grid | null
  readonly people: Grid & { readonly scrolls: boolean }
  /** The part of the stage that people have. */
  readonly strip: { readonly width: number; readonly height: number }
}

const WIDE = 16 / 9
/** The strip beside screens, as a part of the stage's width, and within these limits. */
const STRIP = { part: 0.18, min: 144, max: 240 }
/** What screens may take of an upright stage's height. */
const SCREENS_MOST = 0.62

/**
 * Where screens and people go: screens large, people in a strip at their side; under them on a stage that stands
 * upright, where a wide screen leaves room. Sizes in CSS pixels.
 */
export function stageLayout(
  people: number,
  screens: number,
  width: number,
  height: number,
  gap: number,
  textScale = 1,
): StageLayout {
  if (screens === 0) {
    const grid = stageGrid(people, width, height, gap, textScale)
    return { direction: 'row', screens: null, people: grid, strip: { width, height } }
  }
  if (width >= height) return beside(people, screens, width, height, gap)
  const grid = bestGrid(screens, width, height * SCREENS_MOST, WIDE, gap)
  const used = grid.rows * (grid.tileHeight + gap)
  const strip = { width, height: Math.max(0, height - used) }
  const faces = stageGrid(people, strip.width, strip.height, gap, textScale)
  return { direction: 'column', screens: grid, people: faces, strip }
}

function beside(people: number, screens: number, width: number, height: number, gap: number): StageLayout {
  const stripWidth = Math.round(Math.min(STRIP.max, Math.max(STRIP.min, width * STRIP.part), width / 2))
  const tileHeight = Math.floor(stripWidth / WIDE)
  const faces = { columns: 1, rows: people, tileWidth: stripWidth, tileHeight }
  const scrolls = people * (tileHeight + gap) - gap > height
  return {
    direction: 'row',
    screens: bestGrid(screens, Math.max(0, width - stripWidth - gap), height, WIDE, gap),
    people: { ...faces, scrolls },
    strip: { width: stripWidth, height },
  }
}
