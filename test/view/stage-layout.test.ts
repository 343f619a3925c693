import { describe, expect, test } from 'vitest'
import { stageGrid } from '../../web/view/stage/best-grid.ts'
import { stageLayout } from '../../web/view/stage/stage-layout.ts'

const GAP = 8

describe('the layout of a stage', () => {
  test('without screens, people have all of it', () => {
    for (const people of [1, 4, 25]) {
      const { screens, people: faces, strip } = stageLayout(people, 0, 1264, 728, GAP)
      expect(screens).toBeNull()
      expect(faces).toEqual(stageGrid(people, 1264, 728, GAP))
      expect(strip).toEqual({ width: 1264, height: 728 })
    }
  })

  test.each([
    // people, screens, width, height, direction, the people scroll
    [1, 1, 1264, 728, 'row', false],
    [4, 1, 1264, 728, 'row', false],
    [9, 1, 1264, 728, 'row', true],
    [4, 2, 1264, 728, 'row', false],
    [4, 1, 344, 664, 'column', false],
    [25, 1, 344, 664, 'column', true],
    [4, 3, 344, 664, 'column', false],
  ])('%i people and %i screens in %i x %i: a %s', (people, screens, width, height, direction, scrolls) => {
    const layout = stageLayout(people, screens, width, height, GAP)
    expect(layout.direction).toBe(direction)
    expect(layout.people.scrolls).toBe(scrolls)
    if (!layout.screens) throw new Error('no screens')
    const { columns, rows, tileWidth, tileHeight } = layout.screens
    const [across, down] = [columns * (tileWidth + GAP) - GAP, rows * (tileHeight + GAP) - GAP]
    const row = direction === 'row'
    expect(across + (row ? GAP + layout.strip.width : 0)).toBeLessThanOrEqual(width)
    expect(down + (row ? 0 : GAP + layout.strip.height)).toBeLessThanOrEqual(height)
    // A screen is what everybody came to see.
    if (screens === 1) expect(tileWidth).toBeGreaterThan(2 * layout.people.tileWidth - GAP)
  })

  test('a stage not yet measured has no tiles of any size', () => {
    expect(stageLayout(3, 1, 0, 0, GAP).people.tileWidth).toBe(0)
  })
})
