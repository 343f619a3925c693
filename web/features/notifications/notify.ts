import type { Signal } from '@preact/signals'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import type { RoomSession } from '../../core/session/room-session.ts'
import type { Words } from '../../i18n/words.ts'
import type { SettingsStore } from '../../settings/settings.ts'
import type { PanelName } from '../panel/panel.ts'
import { notify, withdrawNotifications } from './browser-notifications.ts'
import { type RoomNotification, roomNotificationsOf } from './room-notifications.ts'
import { SoundBudget } from './sound-budget.ts'
import { playSound } from './sounds.ts'

export interface NotifiedRoom {
  readonly room: RoomName
  readonly session: RoomSession
  readonly localMedia: Pick<LocalMedia, 'speaker'>
  /** The panel that is open. */
  readonly open: Signal<PanelName | null>
  readonly settings: SettingsStore['value']
  readonly words: Words
}

/**
 * Tells of what happens by short sounds, and behind other tabs by the browser's notifications, as the person wants it; until the
 * returned function is called.
 */
export function notifyOf({ room, session, localMedia, open, settings, words }: NotifiedRoom): () => void {
  const budget = new SoundBudget()
  const stop = roomNotificationsOf(session).listen((event) => {
    const { sounds, notifies } = settings.peek()
    if (notifies && document.hidden && isForUs(event)) notify(event, room, words)
    if (!sounds || isRead(event, open.peek())) return
    if (!budget.allows(event, session.view.peek().people.length, performance.now())) return
    playSound(event.what, localMedia.speaker.peek()).catch(reportError)
  })
  const back = (): void => {
    if (!document.hidden) withdrawNotifications()
  }
  document.addEventListener('visibilitychange', back)
  return () => {
    stop()
    document.removeEventListener('visibilitychange', back)
  }
}

/** One reads along already. */
const isRead = ({ what }: RoomNotification, panel: PanelName | null): boolean =>
  what === 'message' && panel === 'chat' && !document.hidden

const isForUs = (event: RoomNotification): boolean =>
  event.what === 'knock' || (event.what === 'message' && event.alone)
