import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** How near the end counts as at the end (CSS pixels). */
const NEAR_PX = 48

interface StickToEnd {
  /** Whether something came while one read further up. */
  readonly behind: boolean
  toEnd(): void
}

/** Keeps what scrolls around `place` at its end while things come, unless one has scrolled up to read. */
export function useStickToEnd(place: RefObject<HTMLElement | null>, count: number): StickToEnd {
  const behind = useSignal(false)
  const atEnd = useRef(true)
  const scroller = (): HTMLElement | null => place.current?.closest<HTMLElement>('.panel-body') ?? null
  const toEnd = (): void => {
    const around = scroller()
    if (around) around.scrollTop = around.scrollHeight
  }
  useLayoutEffect(() => {
    const around = scroller()
    if (!around) return
    const onScroll = (): void => {
      atEnd.current = around.scrollHeight - around.scrollTop - around.clientHeight < NEAR_PX
      if (atEnd.current) behind.value = false
    }
    around.addEventListener('scroll', onScroll, { passive: true })
    return () => around.removeEventListener('scroll', onScroll)
  }, [])
  useLayoutEffect(() => {
    if (!place.current) return
    // Pictures arrive, and what is attached takes room.
    const growth = new ResizeObserver(() => {
      if (atEnd.current) toEnd()
    })
    growth.observe(place.current)
    return () => growth.disconnect()
  }, [place])
  useLayoutEffect(() => {
    if (atEnd.current) toEnd()
    else behind.value = true
  }, [count])
  return { behind: behind.value, toEnd }
}
