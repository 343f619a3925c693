import { describe, expect, test } from 'vitest'
import { cornerBox, cornerTowards, nearestCorner } from '../../../../../web/room/tile/corner/corner.ts'
import { CORNERS } from '../../../../../web/settings/corners.ts'

describe('the small picture in a corner', () => {
  test.each([
    ['a desk', 1264, 728, 16 / 9],
    ['a phone', 344, 664, 3 / 4],
    ['a phone on its side', 724, 286, 16 / 9],
    ['a small frame', 300, 200, 16 / 9],
  ])('covers little of %s, in whichever corner, and none of its edge', (_what, width, height, shape) => {
    for (const corner of CORNERS) {
      const box = cornerBox({ width, height }, corner)
      expect(box.width / box.height).toBeCloseTo(shape, 0)
      expect((box.width * box.height) / (width * height)).toBeLessThan(0.2)
      expect(box.width).toBeGreaterThanOrEqual(80)
      expect(nearestCorner({ width, height }, { x: box.x + box.width / 2, y: box.y + box.height / 2 })).toBe(
        corner,
      )
      for (const edge of [box.x, box.y, width - box.x - box.width, height - box.y - box.height])
        expect(edge).toBeGreaterThanOrEqual(12)
    }
  })

  test('a stage not yet measured has none', () => {
    expect(cornerBox({ width: 0, height: 0 }, 'bottom-end')).toMatchObject({
      width: 0,
      height: 0,
      x: 0,
      y: 0,
    })
  })

  test('let go, it goes to the corner that is nearest', () => {
    const stage = { width: 1000, height: 600 }
    expect(nearestCorner(stage, { x: 490, y: 290 })).toBe('top-start')
    expect(nearestCorner(stage, { x: 510, y: 290 })).toBe('top-end')
    expect(nearestCorner(stage, { x: 510, y: 310 })).toBe('bottom-end')
    // Thrown further than the stage is.
    expect(nearestCorner(stage, { x: -200, y: 900 })).toBe('bottom-start')
  })

  test.each([
    ['ltr', 'ArrowUp', 'top-end'],
    ['ltr', 'ArrowDown', 'bottom-end'],
    ['ltr', 'ArrowLeft', 'bottom-start'],
    ['ltr', 'ArrowRight', 'bottom-end'],
    ['rtl', 'ArrowLeft', 'bottom-end'],
    ['rtl', 'ArrowRight', 'bottom-start'],
    ['ltr', 'Enter', null],
  ] as const)('in %s, %s moves it from the bottom end to %s', (direction, key, to) => {
    expect(cornerTowards('bottom-end', key, direction)).toBe(to)
  })
})
