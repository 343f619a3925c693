import { useEffect } from 'preact/hooks'
import { useSettings, useWords } from '../../ui/page-context.ts'
import type { NotifiedRoom } from './notify.ts'

/** Has the page notifyOf of what happens, by sounds and notifications; what does it comes once one is in. */
export function useNotifications({
  room,
  session,
  localMedia,
  open,
}: Omit<NotifiedRoom, 'settings' | 'words'>): void {
  const settings = useSettings().value
  const words = useWords()
  const isIn = session.view.value.people.length > 0
  useEffect(() => {
    if (!isIn) return
    let over = false
    let stop = (): void => {}
    import('./notify.ts').then(({ notifyOf }) => {
      if (!over) stop = notifyOf({ room, session, localMedia, open, settings, words })
    }, reportError)
    return () => {
      over = true
      stop()
    }
  }, [isIn, room, session, localMedia, open, settings, words])
}
