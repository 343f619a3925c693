/** How a picture lies within its view: its own size times `scale`, moved by `x` and `y` CSS pixels from the view's corner. */
export interface Zoom {
  readonly scale: number
  readonly x: number
  readonly y: number
}

interface Point {
  readonly x: number
  readonly y: number
}

interface Size {
  readonly width: number
  readonly height: number
}

export const NO_ZOOM: Zoom = { scale: 1, x: 0, y: 0 }

/** What is larger than that shows nothing that was not seen before. */
const MOST = 5
/** What a double tap enlarges to. */
export const TAPPED = 2.5

/** The same with the picture over all of its view: nothing beside it comes in at an edge. */
function within({ scale, x, y }: Zoom, { width, height }: Size): Zoom {
  const hold = (at: number, length: number): number => Math.min(0, Math.max(at, length * (1 - scale)))
  return { scale, x: hold(x, width), y: hold(y, height) }
}

/** As large as `scale` has it, within what makes sense, with what is at the point staying there. */
export function zoomAt(zoom: Zoom, view: Size, point: Point, scale: number): Zoom {
  const to = Math.min(MOST, Math.max(1, scale))
  const by = to / zoom.scale
  return within(
    { scale: to, x: point.x - (point.x - zoom.x) * by, y: point.y - (point.y - zoom.y) * by },
    view,
  )
}

/** The same picture, moved as far as it goes. */
export const panBy = (zoom: Zoom, view: Size, by: Point): Zoom =>
  within({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, view)

/** What two fingers do that were at `before` and are at `now`: the picture stays under both. */
export function pinch(
  zoom: Zoom,
  view: Size,
  before: readonly [Point, Point],
  now: readonly [Point, Point],
): Zoom {
  const middle = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
  const apart = ([a, b]: readonly [Point, Point]): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y))
  const [from, to] = [middle(before), middle(now)]
  const moved = { ...zoom, x: zoom.x + to.x - from.x, y: zoom.y + to.y - from.y }
  return zoomAt(moved, view, to, (zoom.scale * apart(now)) / apart(before))
}
