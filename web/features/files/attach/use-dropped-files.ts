import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/**
 * Takes files that are dropped on `place` while `take` is given, and says whether some are held above it. Beside it a
 * drop comes to nothing: the browser would leave the room to show the file.
 */
export function useDroppedFiles(
  place: RefObject<HTMLElement | null>,
  take: ((files: readonly File[]) => void) | null,
): ReadonlySignal<boolean> {
  const above = useSignal(false)
  // As soon as it is drawn: what is dropped before that would make the browser leave the room.
  useLayoutEffect(() => {
    const onDrag = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      above.value = take !== null && isWithin(place.current, event.target)
      event.dataTransfer.dropEffect = above.value ? 'copy' : 'none'
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) above.value = false
    }
    const onDrop = (event: DragEvent): void => {
      above.value = false
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      if (isWithin(place.current, event.target)) take?.(files)
    }
    document.addEventListener('dragover', onDrag)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onDrag)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [above, place, take])
  return above
}

const isWithin = (place: HTMLElement | null, target: EventTarget | null): boolean =>
  place !== null && target instanceof Node && place.contains(target)
