import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** Whether the browser can show a part of a page on the whole display: telephones of Apple cannot. */
export const canFillScreen = (): boolean => document.fullscreenEnabled === true

/** Shows an element on the whole display, or leaves that again. Does nothing where the browser cannot. */
export function toggleFullScreen(element: Element | null): void {
  if (!canFillScreen() || element === null) return
  const turned = document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen()
  turned.catch(reportError)
}

/** The same of the whole room. */
export const toggleRoomFullScreen = (): void => toggleFullScreen(document.querySelector('[data-view="room"]'))

/** Whether something is on the whole display now: by whatever key or button. */
export function useFullScreen(): boolean {
  const full = useSignal(document.fullscreenElement !== null)
  useEffect(() => {
    const follow = (): void => {
      full.value = document.fullscreenElement !== null
    }
    document.addEventListener('fullscreenchange', follow)
    return () => document.removeEventListener('fullscreenchange', follow)
  }, [full])
  return full.value
}
