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

const NO_TAP = { at: Number.NEGATIVE_INFINITY, x: 0, y: 0 }

/**
 * Lets fingers enlarge a picture within its view and move it there, a double tap enlarge and fit it, and trackpads and the
 * wheel with Ctrl do the same. Until the function that it returns is called, which fits the picture again.
 *
 * @param settled - Told how large it is once it is at rest.
 */
export function letPinch(view: HTMLElement, settled: (scale: number) => void): () => void {
  const pinching = new Pinching(view, settled)
  const stop = new AbortController()
  const { signal } = stop
  view.addEventListener('pointerdown', (event) => pinching.onDown(event), { signal })
  view.addEventListener('pointermove', (event) => pinching.onMove(event), { signal })
  view.addEventListener('pointerup', (event) => pinching.onUp(event), { signal })
  view.addEventListener('pointercancel', (event) => pinching.onUp(event), { signal })
  view.addEventListener('wheel', (event) => pinching.onWheel(event), { signal, passive: false })
  const resizes = new ResizeObserver(() => pinching.fit())
  resizes.observe(view)
  return () => {
    stop.abort()
    resizes.disconnect()
    pinching.end()
  }
}

/** A picture in its view, and the fingers on it. */
class Pinching {
  readonly #view: HTMLElement
  readonly #settled: (scale: number) => void
  readonly #fingers = new Map<number, Point>()
  #zoom: Zoom = NO_ZOOM
  /** How far fingers have moved since the first of them came, in CSS pixels. */
  #travelled = 0
  #lastTap = NO_TAP

  constructor(view: HTMLElement, settled: (scale: number) => void) {
    this.#view = view
    this.#settled = settled
  }

  onDown(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && this.#zoom.scale === 1) return
    if (this.#fingers.size === 0) this.#travelled = 0
    this.#fingers.set(event.pointerId, this.#pointOf(event))
    this.#view.setPointerCapture(event.pointerId)
  }

  onMove(event: PointerEvent): void {
    const before = this.#fingers.get(event.pointerId)
    if (!before) return
    const now = this.#pointOf(event)
    this.#travelled += Math.hypot(now.x - before.x, now.y - before.y)
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1]
    this.#set(
      other
        ? pinch(this.#zoom, this.#size, [before, other], [now, other])
        : panBy(this.#zoom, this.#size, { x: now.x - before.x, y: now.y - before.y }),
    )
    this.#fingers.set(event.pointerId, now)
  }

  onUp(event: PointerEvent): void {
    if (!this.#fingers.delete(event.pointerId) || this.#fingers.size > 0) return
    const isTap = event.type === 'pointerup' && event.pointerType !== 'mouse' && this.#travelled < STILL
    if (isTap) this.#onTap(event)
    this.#settled(this.#zoom.scale)
  }

  #onTap(event: PointerEvent): void {
    const { x, y } = this.#pointOf(event)
    const { at, ...last } = this.#lastTap
    const isNear = Math.hypot(x - last.x, y - last.y) < DOUBLE_TAP.px
    if (isNear && event.timeStamp - at < DOUBLE_TAP.ms) {
      this.#set(this.#zoom.scale > 1 ? NO_ZOOM : zoomAt(this.#zoom, this.#size, { x, y }, TAPPED))
      this.#lastTap = NO_TAP
    } else {
      this.#lastTap = { at: event.timeStamp, x, y }
    }
  }

  onWheel(event: WheelEvent): void {
    // How browsers tell of two fingers on a trackpad.
    if (!event.ctrlKey) return
    event.preventDefault()
    const scale = this.#zoom.scale * Math.exp(-event.deltaY * PER_WHEEL_PIXEL)
    this.#set(zoomAt(this.#zoom, this.#size, this.#pointOf(event), scale))
    this.#settled(this.#zoom.scale)
  }

  /** The view has another size: none of it is left empty. */
  fit(): void {
    this.#set(panBy(this.#zoom, this.#size, { x: 0, y: 0 }))
  }

  end(): void {
    this.#set(NO_ZOOM)
    this.#settled(1)
  }

  get #size() {
    return { width: this.#view.clientWidth, height: this.#view.clientHeight }
  }

  #pointOf({ clientX, clientY }: MouseEvent): Point {
    const { left, top } = this.#view.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }

  #set(to: Zoom): void {
    this.#zoom = to
    const picture = this.#view.querySelector('video')
    if (picture === null) return
    picture.style.transformOrigin = '0 0'
    picture.style.transform = to.scale === 1 ? '' : `translate(${to.x}px, ${to.y}px) scale(${to.scale})`
    this.#view.toggleAttribute('data-zoomed', to.scale > 1)
  }
}
