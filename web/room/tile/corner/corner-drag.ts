import type { Point } from './corner.ts'

/** A finger that presses moves by less than this, in CSS pixels. */
const STILL = 6
/** How far a picture that is thrown flies on: as far as it would go within this, in milliseconds. */
const FLIGHT_MS = 120

/** What of a pointer's event says where it is, in CSS pixels of the window, and when, in milliseconds. */
type Moment = Pick<PointerEvent, 'clientX' | 'clientY' | 'timeStamp'>

/** One dragging of the small picture, from the press on it until it is let go. */
export class CornerDrag {
  readonly #from: Moment
  /** Where it was last. */
  #last: Moment
  /** How fast it went then, in pixels a millisecond. */
  #speed: Point = { x: 0, y: 0 }
  #moved = false

  constructor(from: Moment) {
    this.#from = from
    this.#last = from
  }

  /** Whether it was more than a press. */
  get moved(): boolean {
    return this.#moved
  }

  /** The pointer is there now: takes the tile with it. */
  move(tile: HTMLElement, now: Moment): void {
    const [byX, byY] = [now.clientX - this.#from.clientX, now.clientY - this.#from.clientY]
    this.#moved ||= Math.hypot(byX, byY) > STILL
    if (!this.#moved) return
    const { clientX, clientY, timeStamp } = this.#last
    const passedMs = Math.max(1, now.timeStamp - timeStamp)
    this.#speed = { x: (now.clientX - clientX) / passedMs, y: (now.clientY - clientY) / passedMs }
    this.#last = now
    tile.dataset['dragging'] = ''
    tile.style.translate = `${byX}px ${byY}px`
  }

  /** It is let go, or taken away: answers where on the stage the middle of the tile would come to rest; null where it was no drag. */
  end(tile: HTMLElement, stage: Element, at: number): Point | null {
    if (!this.#moved || tile.dataset['dragging'] === undefined) return null
    const [place, ground] = [tile.getBoundingClientRect(), stage.getBoundingClientRect()]
    delete tile.dataset['dragging']
    tile.style.translate = ''
    // Whoever holds it still before letting go does not throw it.
    const flightMs = at - this.#last.timeStamp < FLIGHT_MS ? FLIGHT_MS : 0
    return {
      x: place.x + place.width / 2 - ground.x + this.#speed.x * flightMs,
      y: place.y + place.height / 2 - ground.y + this.#speed.y * flightMs,
    }
  }
}
