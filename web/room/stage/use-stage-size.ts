import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** What tiles have to fit into, in CSS pixels. */
export interface StageSize {
  readonly width: number
  readonly height: number
  /** How much larger than usual the person has set the letters. */
  readonly textScale: number
}

const USUAL_TEXT_PX = 16

const textScaleNow = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_TEXT_PX

/** The size of an element, whenever that changes; nothing until it is there. */
export function useStageSize(ground: RefObject<HTMLElement | null>): StageSize {
  const size = useSignal<StageSize>({ width: 0, height: 0, textScale: 1 })
  useLayoutEffect(() => {
    const element = ground.current
    if (element === null) return
    const measure = (): void => {
      size.value = {
        width: element.clientWidth,
        height: element.clientHeight,
        textScale: textScaleNow(),
      }
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ground, size])
  return size.value
}
