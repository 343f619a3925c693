import type { Words } from '../../i18n/words.ts'
import type { RoomNotification } from './room-notifications.ts'

/** How the browser stands to notifications: it may also have none, or only those of a service worker. */
export type Permission = 'granted' | 'refused' | 'unsupported'

/** Asks the person, by the browser's own question; to be called on a press (W3C Notifications §3.4). */
export async function askPermission(): Promise<Permission> {
  if (!('Notification' in window)) return 'unsupported'
  if ((await Notification.requestPermission()) !== 'granted') return 'refused'
  try {
    new Notification('essaim', { silent: true }).close()
    return 'granted'
  } catch (error) {
    // Chrome on Android throws a TypeError: there they are a service worker's alone.
    if (error instanceof TypeError) return 'unsupported'
    throw error
  }
}

const shown = new Set<Notification>()

/**
 * Shows who knocks, or who wrote to oneself alone, and never what: it may stand on a locked screen. One of a person takes the
 * place of the one before. A press leads to the page.
 */
export function notify(event: RoomNotification, room: string, { door, notifications }: Words): void {
  if (event.what === 'ended' || !('Notification' in window) || Notification.permission !== 'granted') return
  const { what, who, name } = event
  const title = what === 'knock' ? door.knocked(name) : notifications.wroteToYou(name)
  const notification = new Notification(title, { body: room, tag: `${what} ${who}`, icon: '/favicon.svg' })
  shown.add(notification)
  notification.addEventListener('close', () => shown.delete(notification))
  notification.addEventListener('click', () => {
    window.focus()
    notification.close()
  })
}

/** One is back: what they told is seen on the page. */
export function withdrawNotifications(): void {
  for (const notification of shown) notification.close()
  shown.clear()
}
