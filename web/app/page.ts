import { effect, type ReadonlySignal } from '@preact/signals'
import type { RoomName } from '../../protocol/names/room-name.ts'
import { type RoomSecret, withSecret } from '../core/encryption/room-secret.ts'
import type { LenderInfo } from '../features/connection/carried-by.tsx'
import { type RoomLink, roomPath } from '../features/invite/room-link.ts'
import { loadNewerPage, newerPageIsThere } from '../features/newer-page/newer-page.ts'
import type { Host } from '../features/swarm/host-choice.tsx'
import type { RoomHistory } from '../room/room-history.ts'
import type { SettingsStore } from '../settings/settings.ts'
import { readAddress } from './address.ts'
import type { AppView } from './app-view.ts'
import { CurrentView } from './current-view.ts'
import { Joining } from './joining.ts'
import type { LinkTrust } from './link-trust.ts'
import type { MeasureNodes } from './node-distances.ts'
import { type LoadRoomCode, RoomEntry } from './room-entry.ts'
import { RoomLenders } from './room-lenders.ts'
import { type OtherTab, TabPresence } from './tab-presence.ts'

/** The page as a whole: where the person is, and every way to go elsewhere. */
export interface Page {
  readonly place: ReadonlySignal<AppView>
  /** Whether one is in the room in another tab, where one is about to join it in this one. */
  readonly otherTab: ReadonlySignal<OtherTab>
  /** Goes on in this tab with what one does in another one, which leaves. */
  takeOver(): void
  /** What the browser's Back does in a room. */
  readonly roomHistory: RoomHistory
  /**
   * Shows the place that the address names, and follows the browser's back and forward. A page that was `reloaded` in a room,
   * or in its lobby, goes back there (R6).
   */
  start(reloaded: boolean): void
  /** To the page before that room. */
  prepare(link: RoomLink, how?: OpeningWishes): void
  /** By whom that room was carried when one was last in it, or is to be: what this tab knows; null where it knows nothing. */
  lenderOf(room: RoomName): LenderInfo | null
  /** Under that name; where it is empty, under the one that guests have, which nobody is remembered by. */
  join(name: string): void
  /** The page that embeds us would join: like a link, it may not turn devices on by itself (J10). It need not name anybody. */
  joinEmbedded(name: string): void
  /** Tries to come in with this password. */
  enterPassword(password: string): void
  /** Back into the room of the page after, under the same name. */
  comeBack(): void
  /** Comes in by another link than the one that led to nothing. */
  useLink(link: RoomLink): void
  goHome(): void
}

/** How a room is to be, if it opens with us. */
export interface OpeningWishes {
  /** Who is to carry it; null leaves it to the swarm. */
  readonly host?: Host | null
  /** Whether its secret was made here, for a name that somebody typed. */
  readonly made?: boolean
}

interface PageParts {
  readonly settings: SettingsStore
  readonly loadRoomCode: LoadRoomCode
  readonly measureNodes: MeasureNodes
  readonly trust: LinkTrust
  /** What guests are called, who give no name. */
  readonly guestName: () => string
  /** And people of an encrypted room whose name does not open. */
  readonly unreadableName: () => string
  readonly roomHistory: RoomHistory
}

export function createPage(parts: PageParts): Page {
  const { roomHistory } = parts
  const place = new CurrentView()
  const tabs = new TabPresence()
  const lenders = new RoomLenders()
  const entry = new RoomEntry({ ...parts, place, tabs, lenders })
  const joining = new Joining({ ...parts, place, tabs, entry })
  const showAddress = (reloaded: boolean): void => {
    const address = readAddress(location.pathname, location.hash)
    if ('room' in address) tidyAddress(address.room)
    if (address.at === 'room') joining.byAddress(address, reloaded).catch(reportError)
    else if (address.at === 'damaged-link')
      place.move({
        at: 'link',
        room: address.room,
        secret: null,
        name: '',
        localMedia: null,
        reason: 'damaged',
      })
    else place.move(address)
  }
  return {
    place: place.value,
    roomHistory,
    otherTab: tabs.now,
    start: (reloaded) => {
      addEventListener('popstate', () => {
        if (roomHistory.stepped(location.href) === 'elsewhere' || showsAnother(place.peek()))
          showAddress(false)
      })
      showAddress(reloaded)
      followRooms(roomHistory, place.value)
      tabs.follow(place.value)
    },
    prepare: (link, { host = null, made = false } = {}) => {
      lenders.prefer(link.room, host)
      if (made && link.secret !== null) entry.madeSecret(link.secret)
      roomHistory.whenStill(() => {
        history.pushState(null, '', roomPath(link))
        entry.prepare(link).catch(reportError)
      })
    },
    lenderOf: (room) => lenders.of(room),
    join: (name) => void joining.fromPreview(name).catch(reportError),
    takeOver: () => void joining.takeOver().catch(reportError),
    joinEmbedded: (name) => void joining.asEmbedded(name).catch(reportError),
    enterPassword: (password) => void joining.withPassword(password).catch(reportError),
    comeBack: () => {
      if (newerPageIsThere.peek()) loadNewerPage()
      else joining.back().catch(reportError)
    },
    useLink: (link) =>
      roomHistory.whenStill(() => {
        const now = place.peek()
        const isSame = 'room' in now && now.room === link.room
        history.replaceState(null, '', roomPath(link, isSame ? location.search : ''))
        joining.withLink(link).catch(reportError)
      }),
    goHome: () => {
      if (newerPageIsThere.peek()) return location.assign('/')
      roomHistory.whenStill(() => {
        history.pushState(null, '', '/')
        place.move({ at: 'home' })
      })
    },
  }
}

/** Whether the address is the link of another room than that of which the page shows something; in a room, its history knows. */
function showsAnother(now: AppView): boolean {
  const address = readAddress(location.pathname, location.hash)
  if (now.at === 'room' || !('room' in now) || address.at !== 'room') return false
  return address.room !== now.room || address.secret !== now.secret
}

/** Has the address name the room as the edge does. */
function tidyAddress(room: RoomName): void {
  const path = roomPath({ room, secret: null })
  if (path !== location.pathname) history.replaceState(null, '', path + location.search + location.hash)
}

/** Keeps the browser's history in step with where the person is. */
function followRooms(roomHistory: RoomHistory, place: ReadonlySignal<AppView>): void {
  effect(() => {
    const now = place.value
    // On the way into the room, by the entry that it had before the page was loaded again.
    if (now.at === 'opening') return
    if (now.at !== 'room') return roomHistory.leave()
    const { connection } = now.session.view.value
    if (connection === 'connected' || connection === 'reconnecting') roomHistory.enter(location.href)
    const secret = now.session.secret.value
    if (secret !== null && secret !== now.secret) showLink(roomHistory, secret)
  })
}

/** Has the address be the room's link as it is now: whoever copies it, or loads the page again, comes in by that. */
function showLink(roomHistory: RoomHistory, secret: RoomSecret): void {
  roomHistory.whenStill(() => {
    const address = new URL(location.href)
    address.hash = withSecret(address.hash, secret)
    if (address.href === location.href) return
    history.replaceState(history.state, '', address)
    roomHistory.changeLink(address.href)
  })
}
