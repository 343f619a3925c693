import { describe, expect, test } from 'vitest'
import { bestGrid, stageGrid } from '../../web/view/stage/best-grid.ts'

const WIDE = 16 / 9

describe('the best grid', () => {
  test.each([
    // count, width, height, aspect, columns, rows
    [1, 1280, 720, WIDE, 1, 1],
    [2, 1280, 720, WIDE, 2, 1],
    [2, 360, 700, 1, 1, 2],
    [3, 1280, 720, WIDE, 2, 2],
    [4, 1280, 720, WIDE, 2, 2],
    [4, 360, 700, 1, 2, 2],
    [5, 1280, 720, WIDE, 3, 2],
    [9, 1280, 720, WIDE, 3, 3],
    [9, 360, 640, 1, 2, 5],
    [16, 1280, 720, WIDE, 4, 4],
    [25, 1280, 720, WIDE, 5, 5],
    [6, 3000, 300, WIDE, 6, 1],
    [3, 2000, 300, WIDE, 3, 1],
  ])('%i people in %i x %i at %f: %i columns, %i rows', (count, width, height, aspect, columns, rows) => {
    expect(bestGrid(count, width, height, aspect)).toMatchObject({ columns, rows })
  })

  test.each([0, 8, 24])(
    'no other number of columns gives tiles more than 2 %% wider, with gaps of %i',
    (gap) => {
      for (let count = 1; count <= 40; count++) {
        for (const [width, height] of [[1264, 728] as const, [344, 664] as const, [900, 880] as const]) {
          const best = bestGrid(count, width, height, WIDE, gap).tileWidth
          for (let columns = 1; columns <= count; columns++) {
            const rows = Math.ceil(count / columns)
            const byWidth = (width - gap * (columns - 1)) / columns
            const byHeight = ((height - gap * (rows - 1)) / rows) * WIDE
            expect(best).toBeGreaterThanOrEqual(Math.floor(Math.min(byWidth, byHeight)) * 0.98)
          }
        }
      }
    },
  )
})

describe('the grid of a stage', () => {
  const GAP = 8

  test.each([
    [1264, 728],
    [344, 664],
    [900, 300],
    [320, 500],
  ])('1 to 25 people fit into %i x %i without scrolling', (width, height) => {
    for (let count = 1; count <= 25; count++) {
      const grid = stageGrid(count, width, height, GAP)
      expect(grid.columns * (grid.tileWidth + GAP) - GAP).toBeLessThanOrEqual(width)
      if (!grid.scrolls) expect(grid.rows * (grid.tileHeight + GAP) - GAP).toBeLessThanOrEqual(height)
    }
    expect(stageGrid(25, 1264, 728, GAP).scrolls).toBe(false)
    expect(stageGrid(25, 344, 664, GAP).scrolls).toBe(false)
  })

  test('tiles are 16:9 on a wide stage, and between 3:4 and 4:3 on an upright one', () => {
    for (let count = 1; count <= 25; count++) {
      const wide = stageGrid(count, 1264, 728, GAP)
      expect(wide.tileWidth / wide.tileHeight).toBeCloseTo(WIDE, 1)
      const upright = stageGrid(count, 344, 664, GAP)
      expect(upright.tileWidth / upright.tileHeight).toBeGreaterThanOrEqual(3 / 4 - 0.02)
      expect(upright.tileWidth / upright.tileHeight).toBeLessThanOrEqual(4 / 3 + 0.02)
    }
  })

  test('200 people scroll, in tiles that one can recognise', () => {
    expect(stageGrid(200, 1264, 728, GAP)).toMatchObject({ scrolls: true })
    expect(stageGrid(200, 1264, 728, GAP).tileWidth).toBeGreaterThanOrEqual(160)
    expect(stageGrid(200, 344, 664, GAP).tileWidth).toBeGreaterThanOrEqual(80)
  })

  test('with letters twice as large, tiles keep room for names, and the stage scrolls sooner', () => {
    expect(stageGrid(25, 344, 664, GAP, 2)).toMatchObject({ columns: 2, scrolls: true })
    expect(stageGrid(4, 344, 664, GAP, 2)).toMatchObject({ columns: 2, scrolls: false })
  })

  test('a stage not yet measured has tiles of no size, and does not scroll', () => {
    expect(stageGrid(4, 0, 0, GAP)).toMatchObject({ tileWidth: 0, scrolls: false })
  })
})
