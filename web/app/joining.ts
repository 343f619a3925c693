import { holdsPlace } from '../core/signalling/tabs/tab-place.ts'
import type { RoomLink } from '../features/invite/room-link.ts'
import type { SettingsStore } from '../settings/settings.ts'
import { type LinkOptions, readLinkOptions } from './address.ts'
import type { AppView } from './app-view.ts'
import type { CurrentView } from './current-view.ts'
import { devicesAsTheyAre, type InitialDevices } from './initial-devices.ts'
import type { LinkTrust } from './link-trust.ts'
import type { RoomEntry } from './room-entry.ts'
import type { TabPresence } from './tab-presence.ts'

interface JoiningParts {
  readonly settings: SettingsStore
  readonly trust: LinkTrust
  /** What guests are called, who give no name. */
  readonly guestName: () => string
  readonly place: CurrentView
  readonly tabs: TabPresence
  readonly entry: RoomEntry
}

type Before = Extract<AppView, { at: 'before' }>

/** Who may come into a room how: from the page before it, by an address, for the page that embeds us, or back. */
export class Joining {
  readonly #parts: JoiningParts

  constructor(parts: JoiningParts) {
    this.#parts = parts
  }

  /**
   * By the room's address: at once, where the link says so, or where the page was `reloaded` in the room (R6); else by the page
   * before it.
   */
  async byAddress(to: RoomLink, reloaded: boolean): Promise<void> {
    const { entry } = this.#parts
    const link = readLinkOptions(location)
    const back = reloaded && holdsPlace(to.room, () => sessionStorage)
    return link.join || back ? this.#atOnce(to, link, back) : entry.prepare(to)
  }

  /**
   * Enters unless one is there in another tab already; a page that goes `back` is kept out only by the one of which it is a copy.
   * Pages that embed this one know what they do.
   */
  async #atOnce({ room, secret }: RoomLink, link: LinkOptions, back: boolean): Promise<void> {
    const { place, tabs, entry } = this.#parts
    const { join, embed } = link
    const name = link.name ?? this.#ownName()
    const waiting: AppView = { at: 'opening', room, secret }
    place.move(waiting)
    const isThere = back ? await tabs.isUs(room) : !embed && (await tabs.isThere(room))
    if (!place.isStill(waiting)) return
    if (isThere) return entry.prepare(waiting)
    return entry.enter(waiting, name, entry.devicesFor(room, join || embed), { resumeOnly: !join })
  }

  /** From the page before the room, under that name; a guest's where it is empty, which nobody is remembered by. */
  async fromPreview(name: string): Promise<void> {
    const { place, settings, entry, guestName } = this.#parts
    const now = place.peek()
    if (now.at !== 'before') return
    settings.change({ name })
    return entry.enter(now, name || guestName(), this.#devicesAt(now))
  }

  /** The page that embeds us would join: like a link, it may not turn devices on by itself (J10). */
  async asEmbedded(typed: string): Promise<void> {
    const { place, settings, trust, entry } = this.#parts
    const now = place.peek()
    if (now.at !== 'before') return
    const allowed = trust.own || (await trust.allowed(now.room))
    if (!place.isStill(now)) return
    if (typed !== '') settings.change({ name: typed })
    const name = typed || this.#ownName()
    if (allowed) return entry.enter(now, name, this.#devicesAt(now))
    const devices = now.localMedia ? devicesAsTheyAre(now.localMedia) : entry.devicesFor(now.room, false)
    return entry.enter(now, name, { ...devices, withheld: true })
  }

  /** Goes on in this tab with what one does in another one, which leaves. */
  async takeOver(): Promise<void> {
    const { place, tabs, entry } = this.#parts
    const now = place.peek()
    if (now.at !== 'before' || !(await tabs.takePlace(now.room)) || !place.isStill(now)) return
    return entry.enter(now, this.#ownName(), this.#devicesAt(now), { resumeOnly: true })
  }

  async withPassword(password: string): Promise<void> {
    const { place, entry } = this.#parts
    const now = place.peek()
    if (now.at === 'password') return entry.enter(now, now.name, now.localMedia, { password })
  }

  /** Where the link led to nothing, the address has another one by now: in by that, as one was about to come in. */
  async withLink(to: RoomLink): Promise<void> {
    const { place, entry } = this.#parts
    const now = place.peek()
    if (now.at !== 'link') return
    if (now.localMedia !== null && to.room === now.room) return entry.enter(to, now.name, now.localMedia)
    return this.byAddress(to, false)
  }

  /** Back into the room of the page after, under the same name. */
  async back(): Promise<void> {
    const { place, tabs, entry } = this.#parts
    const now = place.peek()
    if (now.at !== 'after') return
    const { room, name, ending } = now
    // Where the call went on in another tab, it is brought back from there.
    const taken = ending === 'replaced' && (await tabs.isThere(room)) && (await tabs.takePlace(room))
    if (!place.isStill(now)) return
    const devices = place.devicesWhenLeft ?? entry.devicesFor(room, true)
    return entry.enter(now, name, devices, { resumeOnly: taken })
  }

  #devicesAt(before: Before): NonNullable<Before['localMedia']> | InitialDevices {
    return before.localMedia ?? this.#parts.entry.devicesFor(before.room, false)
  }

  #ownName(): string {
    const { settings, guestName } = this.#parts
    return settings.value.peek().name || guestName()
  }
}
