import { type ReadonlySignal, signal } from '@preact/signals'
import type { LocalMedia } from '../core/capture/local-media.ts'
import type { RoomSession } from '../core/session/room-session.ts'
import type { AppView } from './app-view.ts'
import { devicesAsTheyAre, type InitialDevices } from './initial-devices.ts'

/** Where the person is, what that place holds open, and what goes on for as long as they are there. */
export class CurrentView {
  readonly #place = signal<AppView>({ at: 'home' })
  readonly #stops: (() => void)[] = []
  #devicesWhenLeft: InitialDevices | null = null

  get value(): ReadonlySignal<AppView> {
    return this.#place
  }

  peek(): AppView {
    return this.#place.peek()
  }

  /** Whether the person has not gone on from there. */
  isStill(place: AppView): boolean {
    return this.#place.peek() === place
  }

  /** How the devices were when the person left a room: so they come back. */
  get devicesWhenLeft(): InitialDevices | null {
    return this.#devicesWhenLeft
  }

  /** Goes to `next` and closes what the place before held, but for the devices that are `kept`. */
  move(next: AppView, kept: LocalMedia | null = null): void {
    const previous = this.#place.peek()
    if (previous.at === 'room') this.#devicesWhenLeft = devicesAsTheyAre(previous.localMedia)
    for (const stop of this.#stops.splice(0)) stop()
    this.#place.value = next
    if (kept === null) closeView(previous)
  }

  /** Starts something that goes on for as long as the person is at that place; `start` returns what stops it. */
  during(place: AppView, start: () => () => void): void {
    const stop = start()
    if (this.isStill(place)) this.#stops.push(stop)
    else stop()
  }
}

const isOver = (session: RoomSession): boolean => {
  const { connection } = session.view.peek()
  return connection === 'left' || connection === 'refused'
}

/** Closes what a place holds open: where the person goes elsewhere, or did before they were there. */
export function closeView(place: AppView): void {
  if (place.at === 'room' && !isOver(place.session)) place.session.leave().catch(reportError)
  if ('localMedia' in place) place.localMedia?.stop()
}
