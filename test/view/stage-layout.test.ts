import { describe, expect, test } from 'vitest'
import { stageGrid } from '../../web/view/stage/best-grid.ts'
import { stageLayout } from '../../web/view/stage/stage-layout.ts'

const GAP = 8

describe('the layout of a stage', () => {
  test('where nothing is large, small tiles have all of it', () => {
    for (const small of [1, 4, 25]) {
      const stage = { small, large: 0, faces: false, width: 1264, height: 728, gap: GAP }
      const { large, small: crowd, strip } = stageLayout(stage)
      expect(large).toBeNull()
      expect(crowd).toEqual(stageGrid(small, 1264, 728, GAP))
      expect(strip).toEqual({ width: 1264, height: 728 })
    }
  })

  test.each([
    // small, large, faces, width, height, direction, the strip scrolls
    [1, 1, false, 1264, 728, 'row', false],
    [4, 1, false, 1264, 728, 'row', false],
    [9, 1, false, 1264, 728, 'row', true],
    [4, 2, false, 1264, 728, 'row', false],
    [4, 1, false, 344, 664, 'column', false],
    [25, 1, false, 344, 664, 'column', true],
    [4, 3, false, 344, 664, 'column', false],
    [4, 1, true, 1264, 728, 'row', false],
    [4, 1, true, 344, 664, 'column', false],
    [0, 1, true, 344, 664, 'row', false],
    [0, 1, true, 1264, 728, 'row', false],
  ])(
    '%i small and %i large (faces: %s) in %i x %i: a %s',
    (small, large, faces, width, height, direction, scrolls) => {
      const layout = stageLayout({ small, large, faces, width, height, gap: GAP })
      expect(layout.direction).toBe(direction)
      expect(layout.small.scrolls).toBe(scrolls)
      if (!layout.large) throw new Error('nothing is large')
      const { columns, rows, tileWidth, tileHeight } = layout.large
      const [across, down] = [columns * (tileWidth + GAP) - GAP, rows * (tileHeight + GAP) - GAP]
      const row = direction === 'row'
      const gap = small === 0 ? 0 : GAP
      expect(across + (row ? gap + layout.strip.width : 0)).toBeLessThanOrEqual(width)
      expect(down + (row ? 0 : gap + layout.strip.height)).toBeLessThanOrEqual(height)
      // What is large is what everybody came to see.
      if (large === 1) expect(tileWidth).toBeGreaterThan(1.9 * layout.small.tileWidth - GAP)
      if (small === 0) expect(Math.max(across / width, down / height)).toBeGreaterThan(0.97)
    },
  )

  test('a stage not yet measured has no tiles of any size', () => {
    const stage = { small: 3, large: 1, faces: false, width: 0, height: 0, gap: GAP }
    expect(stageLayout(stage).small.tileWidth).toBe(0)
  })
})
