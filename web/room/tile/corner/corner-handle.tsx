import { useSignal } from '@preact/signals'
import type { JSX, TargetedPointerEvent } from 'preact'
import { useRef } from 'preact/hooks'
import { useSettings, useWords } from '../../../ui/page-context.ts'
import { cornerTowards, nearestCorner } from './corner.ts'

/** A finger that presses moves by less than this, in CSS pixels. */
const STILL = 6
/** How far a picture that is thrown flies on: as far as it would go within this, in milliseconds. */
const FLIGHT_MS = 120

interface Drag {
  readonly fromX: number
  readonly fromY: number
  /** Where it was last, and when, and how fast it went then, in pixels a millisecond. */
  x: number
  y: number
  at: number
  speedX: number
  speedY: number
  moved: boolean
}

const directionOf = (element: Element): 'ltr' | 'rtl' =>
  getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr'

interface CornerHandleProps {
  /** Whose picture it lies on. */
  readonly name: string
  readonly onSwap: () => void
}

/**
 * Lies on the small picture in the corner: a press swaps it with the large one, dragging or arrow keys move it. Let go,
 * it goes to the corner that is nearest, where it is found at the next visit.
 */
export function CornerHandle({ name, onSwap }: CornerHandleProps): JSX.Element {
  const { layout } = useWords()
  const settings = useSettings()
  const told = useSignal('')
  const drag = useRef<Drag | null>(null)

  const move = ({ currentTarget, clientX, clientY, timeStamp }: TargetedPointerEvent<HTMLElement>): void => {
    const held = drag.current
    const tile = currentTarget.closest<HTMLElement>('.tile')
    if (!held || !tile) return
    const [byX, byY] = [clientX - held.fromX, clientY - held.fromY]
    held.moved ||= Math.hypot(byX, byY) > STILL
    if (!held.moved) return
    const passed = Math.max(1, timeStamp - held.at)
    Object.assign(held, { speedX: (clientX - held.x) / passed, speedY: (clientY - held.y) / passed })
    Object.assign(held, { x: clientX, y: clientY, at: timeStamp })
    tile.dataset['dragging'] = ''
    tile.style.translate = `${byX}px ${byY}px`
  }
  const letGo = ({ currentTarget, type, timeStamp }: TargetedPointerEvent<HTMLElement>): void => {
    const held = drag.current
    const tile = currentTarget.closest<HTMLElement>('.tile')
    const stage = tile?.parentElement
    if (!held?.moved || !tile || !stage || tile.dataset['dragging'] === undefined) return
    const [place, ground] = [tile.getBoundingClientRect(), stage.getBoundingClientRect()]
    delete tile.dataset['dragging']
    tile.style.translate = ''
    if (type === 'pointercancel') return
    // Whoever holds it still before letting go does not throw it.
    const flight = timeStamp - held.at < FLIGHT_MS ? FLIGHT_MS : 0
    const x = place.x + place.width / 2 - ground.x + held.speedX * flight
    const y = place.y + place.height / 2 - ground.y + held.speedY * flight
    const alongX = directionOf(stage) === 'rtl' ? ground.width - x : x
    settings.change({ corner: nearestCorner(ground, { x: alongX, y }) })
  }
  return (
    <>
      <button
        type="button"
        class="corner-handle"
        data-action="swap"
        title={`${layout.swap(name)}. ${layout.moves}`}
        aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight"
        onPointerDown={({ currentTarget, clientX: x, clientY: y, timeStamp: at, pointerId, button }) => {
          if (button !== 0) return
          currentTarget.setPointerCapture(pointerId)
          drag.current = { fromX: x, fromY: y, x, y, at, speedX: 0, speedY: 0, moved: false }
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && move(event)}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onClick={({ detail }) => {
          // A press of a key has no place, and was no drag.
          if (detail === 0 || !drag.current?.moved) onSwap()
        }}
        // There and back again is not a wish to pin.
        onDblClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          const { key, currentTarget } = event
          const corner = cornerTowards(settings.value.peek().corner, key, directionOf(currentTarget))
          if (corner === null || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          settings.change({ corner })
          told.value = layout.corners[corner]
        }}
      >
        <span class="visually-hidden">{`${layout.swap(name)}. ${layout.moves}`}</span>
      </button>
      <span class="visually-hidden" role="status">
        {told.value}
      </span>
    </>
  )
}
