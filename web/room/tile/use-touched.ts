import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Whether a pointer can be over something without pressing it: then a double click is one, and no touch that was repeated. */
export const hovers = (): boolean => matchMedia('(hover: hover)').matches

/**
 * The key of the tile that a finger touched last: its tools are in view until it, or another place, is touched. Whatever
 * hovers needs no touch, and a keyboard shows the tools that it is at (tile.css).
 */
export function useTouched(stage: RefObject<HTMLElement | null>): string | null {
  const touched = useSignal<string | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    let pointer = ''
    const onPress = (event: PointerEvent): void => {
      pointer = event.pointerType
    }
    const onClick = ({ target, detail }: MouseEvent): void => {
      // A key presses without a pointer, and whoever uses a tool goes on to see it.
      if (pointer !== 'touch' || detail === 0 || !(target instanceof Element)) return
      if (target.closest('.tile-tools')) return
      const key = target.closest<HTMLElement>('.tile')?.dataset['key'] ?? null
      touched.value = stage.current?.contains(target) && key !== touched.peek() ? key : null
    }
    document.addEventListener('pointerdown', onPress, { signal, capture: true })
    // Before what is pressed: it may be gone after that.
    document.addEventListener('click', onClick, { signal, capture: true })
    return () => stop.abort()
  }, [stage, touched])
  return touched.value
}
