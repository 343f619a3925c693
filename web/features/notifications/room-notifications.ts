import { effect, type ReadonlySignal, type Signal, untracked } from '@preact/signals'
import { perSession } from '../../core/session/per-session.ts'
import type { RoomMessages } from '../../core/session/room-messages.ts'
import type { Person, RoomView } from '../../core/session/room-session.ts'
import { missedOf } from './missed-count.ts'

/** What one may want to be told of by a sound, or while one looks elsewhere; `who` is whose doing it is. */
export type RoomNotification =
  | { readonly what: 'arrival' | 'hand' | 'knock'; readonly who: string; readonly name: string }
  | { readonly what: 'message'; readonly who: string; readonly name: string; readonly alone: boolean }
  /** The room is over for us, and not because we left. */
  | { readonly what: 'ended' }

/** Whose doing is worth coming back for. */
const MISSED: readonly RoomNotification['what'][] = ['hand', 'knock', 'message']

/** The part of the document that says whether somebody looks at it. */
type Visibility = Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>

/** What it needs to know of a room. */
interface SeenRoom {
  readonly view: ReadonlySignal<SeenView>
  readonly messages: Pick<RoomMessages, 'listen'>
}
export type SeenView = Pick<RoomView, 'connection' | 'refusal' | 'people' | 'knocks' | 'moderates'>

/**
 * What happens in a room from one's welcome on: arrivals, hands and knocks where one is a moderator, messages of the chat, and
 * the end where it comes from others.
 */
export class RoomNotifications {
  readonly #listeners = new Set<(event: RoomNotification) => void>()
  readonly #missed: Signal<number>
  readonly #visibility: Visibility
  readonly #stop: () => void
  #before: SeenView | null = null

  /** @param missed - counts what happened since one last looked at the page. */
  constructor({ view, messages }: SeenRoom, missed: Signal<number>, visibility: Visibility = document) {
    this.#missed = missed
    this.#visibility = visibility
    const stopReading = effect(() => {
      const now = view.value
      untracked(() => this.#compare(now))
    })
    const stopHearing = messages.listen('chat', ({ from, name, addressee }) =>
      this.#tell({ what: 'message', who: from, name, alone: addressee.to === 'peer' }),
    )
    const seen = (): void => {
      if (!visibility.hidden) this.#missed.value = 0
    }
    visibility.addEventListener('visibilitychange', seen)
    this.#stop = () => {
      stopReading()
      stopHearing()
      visibility.removeEventListener('visibilitychange', seen)
    }
  }

  /** Calls `hear` with each of them until the returned function is called. */
  listen(hear: (event: RoomNotification) => void): () => void {
    this.#listeners.add(hear)
    return () => this.#listeners.delete(hear)
  }

  #compare(now: SeenView): void {
    const before = this.#before
    if (now.connection === 'left' || now.connection === 'refused') {
      // Whoever goes on in another tab has not been sent away.
      this.#before = null
      if (before && now.connection === 'refused' && now.refusal !== 'replaced') this.#tell({ what: 'ended' })
      // The page may still be about to subscribe to what it reads.
      queueMicrotask(() => this.#stop())
      return
    }
    if (now.connection !== 'connected' || now.people.length === 0) return
    this.#before = now
    if (before === null) return
    for (const { id, name } of newIn(now.people, before.people))
      this.#tell({ what: 'arrival', who: id, name })
    if (!now.moderates || !before.moderates) return
    for (const { id, name } of newIn(now.people.filter(isUp), before.people.filter(isUp)))
      this.#tell({ what: 'hand', who: id, name })
    for (const { id, name } of newIn(now.knocks, before.knocks)) this.#tell({ what: 'knock', who: id, name })
  }

  #tell(event: RoomNotification): void {
    if (this.#visibility.hidden && MISSED.includes(event.what)) this.#missed.value += 1
    for (const hear of this.#listeners) hear(event)
  }
}

const isUp = ({ hand, self }: Person): boolean => hand !== null && !self

/** Who is in one list and was not in the other. */
function newIn<Item extends { readonly id: string }>(now: readonly Item[], before: readonly Item[]): Item[] {
  if (now === before) return []
  const known = new Set(before.map(({ id }) => id))
  return now.filter(({ id }) => !known.has(id))
}

export const roomNotificationsOf = perSession((session) => new RoomNotifications(session, missedOf(session)))
