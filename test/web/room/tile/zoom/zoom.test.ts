import { describe, expect, test } from 'vitest'
import { NO_ZOOM, panBy, pinch, type Zoom, zoomAt } from '../../../../../web/room/tile/zoom/zoom.ts'

const VIEW = { width: 344, height: 215 }

/** What of the picture, in its own pixels, is at a point of the view. */
const at = ({ scale, x, y }: Zoom, point: { x: number; y: number }) => ({
  x: (point.x - x) / scale,
  y: (point.y - y) / scale,
})

describe('an enlarged screen', () => {
  test('what was under the fingers stays under them', () => {
    const before = [
      { x: 150, y: 100 },
      { x: 190, y: 110 },
    ] as const
    const now = [
      { x: 100, y: 90 },
      { x: 240, y: 125 },
    ] as const
    const zoomed = pinch(NO_ZOOM, VIEW, before, now)
    expect(zoomed.scale).toBeCloseTo(3.5, 1)
    for (const finger of [0, 1] as const) {
      const { x, y } = at(zoomed, now[finger])
      expect(x).toBeCloseTo(before[finger].x, 0)
      expect(y).toBeCloseTo(before[finger].y, 0)
    }
  })

  test('what is pointed at stays where it is', () => {
    const point = { x: 100, y: 50 }
    const zoomed = zoomAt(zoomAt(NO_ZOOM, VIEW, point, 2), VIEW, point, 3)
    expect(zoomed.scale).toBe(3)
    expect(at(zoomed, point)).toEqual(point)
  })

  test('is never smaller than its view, nor enlarged beyond sense', () => {
    expect(zoomAt(NO_ZOOM, VIEW, { x: 10, y: 10 }, 0.2)).toEqual(NO_ZOOM)
    expect(zoomAt(NO_ZOOM, VIEW, { x: 10, y: 10 }, 100).scale).toBe(5)
  })

  test('moves as far as its edges, and comes back to its place when it fits', () => {
    const zoomed = zoomAt(NO_ZOOM, VIEW, { x: 172, y: 107 }, 2)
    expect(panBy(zoomed, VIEW, { x: 1_000, y: 1_000 })).toEqual({ scale: 2, x: 0, y: 0 })
    expect(panBy(zoomed, VIEW, { x: -1_000, y: -1_000 })).toEqual({ scale: 2, x: -344, y: -215 })
    expect(panBy(NO_ZOOM, VIEW, { x: 50, y: -50 })).toEqual(NO_ZOOM)
    expect(zoomAt(panBy(zoomed, VIEW, { x: -90, y: 0 }), VIEW, { x: 0, y: 0 }, 1)).toEqual(NO_ZOOM)
  })
})
