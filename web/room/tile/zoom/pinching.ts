import { NO_ZOOM, panBy, pinch, TAPPED, type Zoom, zoomAt } from './zoom.ts'

/** Two taps within this are one double tap: in milliseconds, and in CSS pixels. */
const DOUBLE_TAP = { ms: 300, px: 30 }
/** A finger that taps moves by less than this, in CSS pixels. */
const STILL = 8
/** How much one notch of a wheel enlarges. */
const PER_WHEEL_PIXEL = 0.01

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * Lets fingers enlarge a picture within its view and move it there, a double tap enlarge and fit it, and trackpads and the
 * wheel with Ctrl do the same. Until the function that it returns is called, which fits the picture again.
 *
 * @param settled - Told how large it is once it is at rest.
 */
export function letPinch(view: HTMLElement, settled: (scale: number) => void): () => void {
  const stop = new AbortController()
  const fingers = new Map<number, Point>()
  let zoom: Zoom = NO_ZOOM
  let travelled = 0
  let tap = { at: Number.NEGATIVE_INFINITY, x: 0, y: 0 }

  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = view.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const sizeNow = () => ({ width: view.clientWidth, height: view.clientHeight })
  const set = (to: Zoom): void => {
    zoom = to
    const picture = view.querySelector('video')
    if (picture === null) return
    picture.style.transformOrigin = '0 0'
    picture.style.transform = to.scale === 1 ? '' : `translate(${to.x}px, ${to.y}px) scale(${to.scale})`
    view.toggleAttribute('data-zoomed', to.scale > 1)
  }
  const onDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && zoom.scale === 1) return
    if (fingers.size === 0) travelled = 0
    fingers.set(event.pointerId, pointOf(event))
    view.setPointerCapture(event.pointerId)
  }
  const onMove = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId)
    if (!before) return
    const now = pointOf(event)
    travelled += Math.hypot(now.x - before.x, now.y - before.y)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    set(
      other
        ? pinch(zoom, sizeNow(), [before, other], [now, other])
        : panBy(zoom, sizeNow(), { x: now.x - before.x, y: now.y - before.y }),
    )
    fingers.set(event.pointerId, now)
  }
  const onUp = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId) || fingers.size > 0) return
    if (event.type === 'pointerup' && event.pointerType !== 'mouse' && travelled < STILL) onTap(event)
    settled(zoom.scale)
  }
  const onTap = (event: PointerEvent): void => {
    const { x, y } = pointOf(event)
    const near = Math.hypot(x - tap.x, y - tap.y) < DOUBLE_TAP.px
    if (near && event.timeStamp - tap.at < DOUBLE_TAP.ms) {
      set(zoom.scale > 1 ? NO_ZOOM : zoomAt(zoom, sizeNow(), { x, y }, TAPPED))
      tap = { at: Number.NEGATIVE_INFINITY, x, y }
    } else {
      tap = { at: event.timeStamp, x, y }
    }
  }
  const onWheel = (event: WheelEvent): void => {
    // How browsers tell of two fingers on a trackpad.
    if (!event.ctrlKey) return
    event.preventDefault()
    set(zoomAt(zoom, sizeNow(), pointOf(event), zoom.scale * Math.exp(-event.deltaY * PER_WHEEL_PIXEL)))
    settled(zoom.scale)
  }
  const { signal } = stop
  view.addEventListener('pointerdown', onDown, { signal })
  view.addEventListener('pointermove', onMove, { signal })
  view.addEventListener('pointerup', onUp, { signal })
  view.addEventListener('pointercancel', onUp, { signal })
  view.addEventListener('wheel', onWheel, { signal, passive: false })
  const resizes = new ResizeObserver(() => set(panBy(zoom, sizeNow(), { x: 0, y: 0 })))
  resizes.observe(view)
  return () => {
    stop.abort()
    resizes.disconnect()
    set(NO_ZOOM)
    settled(1)
  }
}
