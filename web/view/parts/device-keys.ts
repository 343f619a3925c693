import { useLayoutEffect } from 'preact/hooks'
import type { LocalMedia } from '../../capture/local-media.ts'
import { toggleCamera, toggleMicrophone } from './toggle-button.tsx'

const WRITING = 'input, textarea, select, [contenteditable]'

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(WRITING) !== null

/** M for the microphone and V for the camera, while one writes nowhere and no modifier makes it another shortcut. */
export function useDeviceKeys(localMedia: LocalMedia | null): void {
  // A layout effect: the keys are there as soon as the view is.
  useLayoutEffect(() => {
    if (localMedia === null) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target)) return
      if (event.key.toLowerCase() === 'm') toggleMicrophone(localMedia)
      if (event.key.toLowerCase() === 'v') toggleCamera(localMedia)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [localMedia])
}
