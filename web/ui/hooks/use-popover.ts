import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { isComposing } from '../keys.ts'

/** Something that opens over the page, with the button that opens it, in one `place`. */
interface Popover {
  readonly place: RefObject<HTMLDivElement | null>
  readonly open: Signal<boolean>
  /** Closes it, and gives the focus back to the button. */
  close(): void
}

/** Closes by Escape, which then closes nothing else, and when one presses or goes elsewhere. */
export function usePopover(): Popover {
  const place = useRef<HTMLDivElement>(null)
  const open = useSignal(false)
  const close = (): void => {
    open.value = false
    place.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
  }
  useLayoutEffect(() => {
    if (!open.value) return
    const elsewhere = ({ target }: Event): void => {
      if (!(target instanceof Node && place.current?.contains(target))) open.value = false
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || isComposing(event)) return
      event.preventDefault()
      close()
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    document.addEventListener('keydown', onKey, { capture: true })
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
      document.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [open.value])
  return { place, open, close }
}
