import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** Whether the browser can show a part of a page on the whole display: telephones of Apple cannot. */
export const canFillScreen = (): boolean => document.fullscreenEnabled === true

/**
 * Shows an element on the whole display, or leaves that again. Does nothing where the browser cannot.
 *
 * @param turns - Whether a phone is to lie on its side for it, where it shows a picture that is wider than high
 *   (W3C screen-orientation); the browser turns it back afterwards.
 */
export function toggleFullScreen(element: Element | null, turns = false): void {
  if (!canFillScreen() || element === null) return
  if (document.fullscreenElement) {
    document.exitFullscreen().catch(reportError)
    return
  }
  const shown = element.requestFullscreen()
  shown.then(() => (turns && isWide(element) ? lieDown() : undefined)).catch(reportError)
}

const isWide = (element: Element): boolean => {
  const video = element.querySelector('video')
  return video !== null && video.videoWidth > video.videoHeight
}

async function lieDown(): Promise<void> {
  if (!('lock' in screen.orientation)) return
  try {
    await screen.orientation.lock('landscape')
  } catch (error) {
    // Desks do not turn, and some browsers turn nothing: the picture is as large as it gets.
    if (!(error instanceof DOMException)) throw error
  }
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
