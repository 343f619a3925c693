import type { Signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { RoomName } from '../../../protocol/room-name.ts'
import type { LocalMedia } from '../../capture/local-media.ts'
import { type Happening, happeningsOf } from '../../session/happenings.ts'
import type { RoomSession } from '../../session/room-session.ts'
import { useSettings, useWords } from '../page-context.ts'
import type { PanelName } from '../room/panels.ts'
import { SoundBudget } from './sound-budget.ts'

interface Told {
  readonly room: RoomName
  readonly session: RoomSession
  readonly localMedia: LocalMedia
  /** The panel that is open. */
  readonly open: Signal<PanelName | null>
}

/** Tells of what happens by short sounds, and behind other tabs by the browser's notifications, as the person wants it. */
export function useTold({ room, session, localMedia, open }: Told): void {
  const settings = useSettings().value
  const words = useWords()
  useEffect(() => {
    const budget = new SoundBudget()
    return happeningsOf(session).listen((happening) => {
      const { people } = session.view.peek()
      if (!settings.peek().sounds || isRead(happening, open.peek())) return
      if (!budget.allows(happening, people.length, performance.now())) return
      const speaker = localMedia.speaker.peek()
      import('./sounds.ts').then((code) => code.playSound(happening.what, speaker)).catch(reportError)
    })
  }, [session, localMedia, open, settings])
  useEffect(() => {
    const back = (): void => {
      if (!document.hidden)
        import('./notifications.ts').then((code) => code.withdrawNotifications(), reportError)
    }
    const stop = happeningsOf(session).listen((happening) => {
      if (!settings.peek().notifies || !document.hidden || !isForUs(happening)) return
      import('./notifications.ts').then((code) => code.notify(happening, room, words)).catch(reportError)
    })
    document.addEventListener('visibilitychange', back)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', back)
    }
  }, [session, settings, room, words])
}

/** One reads along already. */
const isRead = ({ what }: Happening, panel: PanelName | null): boolean =>
  what === 'message' && panel === 'chat' && !document.hidden

const isForUs = (happening: Happening): boolean =>
  happening.what === 'knock' || (happening.what === 'message' && happening.alone)
