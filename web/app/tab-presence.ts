import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { RoomName } from '../../protocol/names/room-name.ts'
import { holdRoom, isRoomHeld, tabLocks } from '../core/signalling/tabs/tab-locks.ts'
import type { AppView } from './app-view.ts'

/** Whether one is in the room in another tab of this browser; `silent`: there, but that tab does not answer. */
export type OtherTab = 'none' | 'inRoom' | 'silent'

/** What is only needed where there is another tab. */
const loadOtherTabs = async () => import('../core/signalling/tabs/tab-handover.ts')

/**
 * What the tabs of this browser know of each other. A lock says that one is in the room, at once and without waiting where none is,
 * and goes with a tab that crashes; a channel asks that tab whether it lives, and for its place.
 */
export class TabPresence {
  readonly #now: Signal<OtherTab> = signal('none')

  /** Where else one is in the room that is watched. */
  get now(): ReadonlySignal<OtherTab> {
    return this.#now
  }

  /** Tells other tabs, while the person is in a room here. */
  follow(place: ReadonlySignal<AppView>): void {
    let held: RoomName | null = null
    let release = (): void => {}
    effect(() => {
      const now = place.value
      const inside = now.at === 'room' && now.session.view.value.connection === 'connected'
      // A socket that is cut leaves one in the room.
      if (inside && held === null) {
        held = now.room
        release = answerAs(now.room)
      } else if (now.at !== 'room' && held !== null) {
        held = null
        release()
      }
    })
  }

  /** Whether another tab is in the room as whoever this tab would be; a copied proof of that is forgotten. */
  async isUs(room: RoomName): Promise<boolean> {
    if (!(await isRoomHeld(room, tabLocks()))) return false
    return (await loadOtherTabs()).forgetCopy(room)
  }

  /** Whether another tab of this browser is in the room. */
  async isThere(room: RoomName): Promise<boolean> {
    if (!(await isRoomHeld(room, tabLocks()))) return false
    return (await loadOtherTabs()).isThere(room)
  }

  /** Keeps `now` true of that room, looking again whenever the person comes back to this tab; until the returned function is called. */
  watch(room: RoomName): () => void {
    let watching = true
    let first = true
    const look = (): void => {
      this.isThere(room).then(async (there) => {
        // Once, and before anybody can press: then this tab has no proof but one that it was given.
        if (there && first) await this.isUs(room)
        first = false
        if (watching) this.#now.value = there ? 'inRoom' : 'none'
      }, reportError)
    }
    look()
    addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      watching = false
      this.#now.value = 'none'
      removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }

  /** Has the other tab give up its place, for this one to take by coming back (R6); false where it does not answer. */
  async takePlace(room: RoomName): Promise<boolean> {
    const taken = await (await loadOtherTabs()).takePlace(room)
    if (!taken && this.#now.peek() === 'inRoom') this.#now.value = 'silent'
    return taken
  }
}

/** Says that this tab is in the room, and answers the others; until the returned function is called. */
function answerAs(room: RoomName): () => void {
  const release = holdRoom(room, tabLocks())
  let over = false
  let stop = (): void => {}
  loadOtherTabs().then((code) => {
    if (!over) stop = code.answerFor(room)
  }, reportError)
  return () => {
    over = true
    release()
    stop()
  }
}
