import { describe, expect, test } from 'vitest'
import { barsOf, scaleEnd } from '../../../../web/features/stats/bars.ts'

describe('the end of a scale', () => {
  test.each([
    [[], 1],
    [[0, 0], 1],
    [[1], 1],
    [[2], 2],
    [[3], 3],
    [[7], 8],
    [[10, 3], 10],
    [[11], 20],
    [[75], 80],
    [[101], 200],
    [[5_000], 5_000],
    [[5_001], 6_000],
  ])('of %j is %d', (values, end) => {
    expect(scaleEnd(values)).toBe(end)
  })
})

describe('bars', () => {
  const values = [0, 5, 10, 3]
  const bars = barsOf(values)

  test('stand on the floor, as high as their values', () => {
    expect(bars.map(({ height }) => height)).toEqual([0, 50, 100, 30])
    for (const { y, height } of bars) expect(y + height).toBe(100)
  })

  test('stand beside each other, in their order, within the chart', () => {
    const thirty = barsOf(Array.from({ length: 30 }, (_, i) => i))
    for (const [i, bar] of thirty.entries()) {
      const next = thirty[i + 1]
      expect(bar.x + bar.width).toBeLessThanOrEqual(next ? next.x : 100)
      expect(bar.x).toBeGreaterThanOrEqual(0)
    }
  })

  test('a single one is no wall, and stands in the middle', () => {
    const [only] = barsOf([4])
    expect(only?.width).toBeLessThan(10)
    expect((only?.x ?? 0) + (only?.width ?? 0) / 2).toBe(50)
  })

  test('there is none of nothing', () => {
    expect(barsOf([])).toEqual([])
  })
})
