import { useSignal } from '@preact/signals'
import type { JSX, TargetedPointerEvent } from 'preact'
import { useRef } from 'preact/hooks'
import { useSettings, useWords } from '../../../ui/page-context.ts'
import { cornerTowards, nearestCorner } from './corner.ts'
import { CornerDrag } from './corner-drag.ts'

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
  const drag = useRef<CornerDrag | null>(null)

  const move = (event: TargetedPointerEvent<HTMLElement>): void => {
    const tile = event.currentTarget.closest<HTMLElement>('.tile')
    if (tile && event.currentTarget.hasPointerCapture(event.pointerId)) drag.current?.move(tile, event)
  }
  const letGo = ({ currentTarget, type, timeStamp }: TargetedPointerEvent<HTMLElement>): void => {
    const tile = currentTarget.closest<HTMLElement>('.tile')
    const stage = tile?.parentElement
    const rest = tile && stage ? drag.current?.end(tile, stage, timeStamp) : null
    if (!rest || !stage || type === 'pointercancel') return
    const ground = stage.getBoundingClientRect()
    const alongX = directionOf(stage) === 'rtl' ? ground.width - rest.x : rest.x
    settings.change({ corner: nearestCorner(ground, { x: alongX, y: rest.y }) })
  }
  return (
    <>
      <button
        type="button"
        class="corner-handle"
        data-action="swap"
        title={`${layout.swap(name)}. ${layout.moves}`}
        aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight"
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          drag.current = new CornerDrag(event)
        }}
        onPointerMove={move}
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
