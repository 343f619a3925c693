import { effect } from '@preact/signals'
import type { RoomSession } from '../../core/session/room-session.ts'
import { ownNoticesOf } from '../notices/own-notices.ts'

/** Watches our own link from when media first flows, and offers what helps; its code is fetched then, and not before. */
export function watchLink(session: RoomSession): void {
  const notices = ownNoticesOf(session)
  let close = (): void => {}
  let over = false
  const begin = async (): Promise<void> => {
    const { LinkWatch } = await import('./link-watch.ts')
    if (over) return
    const watch = new LinkWatch({
      reports: () => session.connectionReports(),
      isSoundOnly: () => session.view.peek().soundOnly,
      offer: (what) => notices.add({ what }),
      withdraw: (what) => notices.withdraw(what),
    })
    close = () => watch.close()
  }
  let begun = false
  const stopWaiting = effect(() => {
    if (!session.flowed.value || begun) return
    begun = true
    begin().catch(reportError)
  })
  session.whenOver(() => {
    over = true
    stopWaiting()
    close()
  })
}
