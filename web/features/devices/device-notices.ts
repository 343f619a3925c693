import { effect } from '@preact/signals'
import type { RoomSession } from '../../core/session/room-session.ts'
import { ownNoticesOf } from '../notices/own-notices.ts'

/** Tells of devices that are plugged in from now on, not of one that was there before, and of a loudspeaker that is gone. */
export function tellOfDevices(session: RoomSession): void {
  const { arrived, lostSpeaker } = session.localMedia
  const notices = ownNoticesOf(session)
  const before = arrived.peek()
  const stopTelling = effect(() => {
    const device = arrived.value
    if (device && device !== before) notices.add({ what: 'device-arrived', device })
  })
  const stopMissing = effect(() => {
    const label = lostSpeaker.value
    if (label !== null) notices.add({ what: 'speaker-lost', label })
  })
  session.whenOver(() => {
    stopTelling()
    stopMissing()
  })
}
