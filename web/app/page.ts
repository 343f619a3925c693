import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { RoomName } from '../../protocol/room-name.ts'
import type { LocalMedia } from '../core/capture/local-media.ts'
import type { CarriedBy } from '../core/session/room-session.ts'
import { holdsPlace } from '../core/signalling/tabs/tab-place.ts'
import type { Carrier } from '../features/connection/carried-by.tsx'
import { passwordReasonOf } from '../features/door/password-reason.ts'
import { roomPath } from '../features/invite/room-link.ts'
import { loadNewerPage, newerPageIsThere } from '../features/newer-page/newer-page.ts'
import type { Host } from '../features/swarm/host-choice.tsx'
import type { RoomHistory } from '../room/room-history.ts'
import type { SettingsStore } from '../settings/settings.ts'
import { type LinkOptions, readAddress, readLinkOptions } from './address.ts'
import {
  devicesAsTheyAre,
  type InitialDevices,
  initialDevicesOf,
  localMediaOptions,
  rememberDevices,
} from './initial-devices.ts'
import type { LinkTrust } from './link-trust.ts'
import { type MeasureNodes, NodeDistances } from './node-distances.ts'
import { leavePlace, type Place } from './place.ts'
import { type OtherTab, TabPresence } from './tab-presence.ts'

/**
 * The heavy part of the page, which only a room needs: devices, signalling and media. Home shows without it, and it
 * is loaded long before anyone can press Join.
 */
type RoomCode = Pick<typeof import('../room/room-code.ts'), 'openLocalMedia' | 'openRoom'>
export type LoadRoomCode = () => Promise<RoomCode>

/** The page as a whole: where the person is, and every way to go elsewhere. */
export interface Page {
  readonly place: ReadonlySignal<Place>
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
  /** `wished` is the node that is to carry the room, if it opens with us. */
  prepare(room: RoomName, wished?: Host | null): void
  /** By whom that room was carried when one was last in it, or is to be: what this tab knows; null where it knows nothing. */
  carrierOf(room: RoomName): Carrier | null
  /** Under that name; where it is empty, under the one that guests have, which nobody is remembered by. */
  join(name: string): void
  /** The page that embeds us would join: like a link, it may not turn devices on by itself (J10). It need not name anybody. */
  joinEmbedded(name: string): void
  /** Tries to come in with this password. */
  enterPassword(password: string): void
  /** Back into the room of the page after, under the same name. */
  comeBack(): void
  goHome(): void
}

/** With what one comes in, beside a name. */
interface Entrance {
  readonly password?: string
  /** Whether one wants the place that this tab had, and nothing else. */
  readonly onlyBack?: boolean
}

export function createPage(
  settings: SettingsStore,
  loadRoomCode: LoadRoomCode,
  measureNodes: MeasureNodes,
  trust: LinkTrust,
  guestName: () => string,
  roomHistory: RoomHistory,
): Page {
  const quality = computed(() => settings.value.value.quality)
  const hidesAddress = computed(() => settings.value.value.hidesAddress)
  const distances = new NodeDistances(measureNodes, hidesAddress)
  const tabs = new TabPresence()
  const place = signal<Place>({ at: 'home' })
  let stopWatching = (): void => {}
  /** What was chosen at home, for as long as the page is open. */
  let wished: { readonly room: RoomName; readonly host: Host } | null = null
  /** Who carried the room that one was in last. */
  let carried: { readonly room: RoomName; readonly by: CarriedBy } | null = null
  /** How the devices were when the person left: so they come back. */
  let leftWith: InitialDevices | null = null

  /** Goes to `next` and closes what the place before held, but for `kept`. */
  function move(next: Place, kept: LocalMedia | null = null): void {
    const previous = place.peek()
    if (previous.at === 'room') leftWith = devicesAsTheyAre(previous.localMedia)
    stopWatching()
    stopWatching = () => {}
    place.value = next
    if (kept === null) leavePlace(previous)
  }

  /** Loads the room's code for the place now shown; null where it failed, or the person went elsewhere meanwhile. */
  async function roomCodeFor(waiting: Place, room: RoomName): Promise<RoomCode | null> {
    try {
      const code = await loadRoomCode()
      return place.peek() === waiting ? code : null
    } catch (error) {
      reportError(error)
      if (place.peek() === waiting) move({ at: 'unloaded', room })
      return null
    }
  }

  /** How the link would have the devices, as far as it may. */
  function devicesFor(room: RoomName, joins: boolean): InitialDevices {
    const mayTurnOn = trust.own || trust.accepted(room)
    return initialDevicesOf(settings, readLinkOptions(location.search), { mayTurnOn, joins })
  }

  /** Devices that wait for a press do not, where the operator says so; and once pressed, do not a second time. */
  function releaseWithheld(room: RoomName, localMedia: LocalMedia): void {
    trust
      .allowed(room)
      .then((allowed) => (allowed ? localMedia.turnOnWithheld() : undefined))
      .catch(reportError)
    effect(() => {
      if (localMedia.microphone.value.wanted || localMedia.camera.value.wanted) trust.accept(room)
    })
  }

  async function prepareLocalMedia(room: RoomName): Promise<void> {
    const waiting: Place = { at: 'before', room, localMedia: null }
    move(waiting)
    const code = await roomCodeFor(waiting, room)
    if (code === null) return
    lookAtOneself(room, code.openLocalMedia(localMediaOptions(settings, devicesFor(room, false))))
  }

  /** The page before the room, with these devices. */
  function lookAtOneself(room: RoomName, localMedia: LocalMedia): void {
    move({ at: 'before', room, localMedia }, localMedia)
    distances.measure()
    const stopRemembering = rememberDevices(localMedia, settings)
    const stopLooking = tabs.watch(room)
    stopWatching = () => {
      stopRemembering()
      stopLooking()
    }
  }

  async function enter(
    room: RoomName,
    name: string,
    devices: LocalMedia | InitialDevices,
    { password, onlyBack = false }: Entrance = {},
  ): Promise<void> {
    const prepared = 'withheld' in devices ? null : devices
    const waiting: Place = { at: 'opening', room }
    move(waiting, prepared)
    const code = await roomCodeFor(waiting, room)
    if (code === null) {
      prepared?.stop()
      return
    }
    const localMedia =
      'withheld' in devices ? code.openLocalMedia(localMediaOptions(settings, devices)) : devices
    if ('withheld' in devices && devices.withheld) releaseWithheld(room, localMedia)
    const session = code.openRoom({
      room,
      name,
      localMedia,
      quality,
      hidesAddress,
      measured: distances.found,
      wished: wished?.room === room ? wished.host.node : null,
      password,
      onlyBack,
    })
    // Whoever comes from the preview sees the room at once; by a link, there is nothing yet that it would replace.
    if (prepared === null) await session.ready
    const next: Place = { at: 'room', room, name, localMedia, session }
    if (place.peek() !== waiting) return leavePlace(next)
    move(next)
    const stopRemembering = rememberDevices(localMedia, settings)
    const stopFollowing = effect(() => {
      const { connection, refusal, people, carriedBy } = session.view.value
      if (carriedBy !== null) carried = { room, by: carriedBy }
      const called = people.find((person) => person.self)?.name ?? name
      if (connection === 'left') move({ at: 'after', room, name: called, ending: 'left' })
      if (connection !== 'refused') return
      // The room is over, or has forgotten us: whoever comes now comes as somebody new, and looks at themselves first.
      if (onlyBack && refusal === 'not-found') return lookAtOneself(room, localMedia)
      const reason = passwordReasonOf(refusal, password !== undefined)
      if (reason === null) move({ at: 'after', room, name: called, ending: refusal ?? 'internal' })
      else askPassword({ at: 'password', room, name: called, localMedia, reason })
    })
    stopWatching = () => {
      stopRemembering()
      stopFollowing()
    }
  }

  async function joinEmbedded(typed: string): Promise<void> {
    const now = place.peek()
    if (now.at !== 'before') return
    const allowed = trust.own || (await trust.allowed(now.room))
    if (place.peek() !== now) return
    if (typed !== '') settings.change({ name: typed })
    const name = typed || settings.value.peek().name || guestName()
    if (allowed) return enter(now.room, name, now.localMedia ?? devicesFor(now.room, false))
    const wished = now.localMedia ? devicesAsTheyAre(now.localMedia) : devicesFor(now.room, false)
    return enter(now.room, name, { ...wished, withheld: true })
  }

  async function takeOver(): Promise<void> {
    const now = place.peek()
    if (now.at !== 'before' || !(await tabs.takePlace(now.room)) || place.peek() !== now) return
    const name = settings.value.peek().name || guestName()
    return enter(now.room, name, now.localMedia ?? devicesFor(now.room, false), { onlyBack: true })
  }

  async function comeBack(): Promise<void> {
    const now = place.peek()
    if (now.at !== 'after') return
    const { room, name, ending } = now
    // Where the call went on in another tab, it is brought back from there.
    const taken = ending === 'replaced' && (await tabs.isThere(room)) && (await tabs.takePlace(room))
    if (place.peek() !== now) return
    return enter(room, name, leftWith ?? devicesFor(room, true), { onlyBack: taken })
  }

  function askPassword(next: Extract<Place, { at: 'password' }>): void {
    move(next, next.localMedia)
    stopWatching = rememberDevices(next.localMedia, settings)
  }

  function showAddress(reloaded = false): void {
    const address = readAddress(location.pathname)
    if (address.at !== 'room') return move(address)
    const path = roomPath(address.room)
    if (path !== location.pathname) history.replaceState(null, '', path + location.search + location.hash)
    const link = readLinkOptions(location.search)
    const name = link.name ?? (settings.value.peek().name || guestName())
    const back = reloaded && holdsPlace(address.room, () => sessionStorage)
    if (link.join || back) enterByAddress(address.room, name, link, back).catch(reportError)
    else prepareLocalMedia(address.room).catch(reportError)
  }

  /**
   * Enters at once, unless one is there in another tab already; a page that goes `back` is kept out only by the one of which it is a
   * copy. Pages that embed this one know what they do.
   */
  async function enterByAddress(
    room: RoomName,
    name: string,
    link: LinkOptions,
    back: boolean,
  ): Promise<void> {
    const { join, embed } = link
    const waiting: Place = { at: 'opening', room }
    move(waiting)
    const isThere = back ? await tabs.isUs(room) : !embed && (await tabs.isThere(room))
    if (place.peek() !== waiting) return
    if (isThere) return prepareLocalMedia(room)
    return enter(room, name, devicesFor(room, join || embed), { onlyBack: !join })
  }

  return {
    place,
    roomHistory,
    otherTab: tabs.now,
    start(reloaded) {
      addEventListener('popstate', () => {
        if (roomHistory.stepped(location.href) === 'elsewhere') showAddress()
      })
      showAddress(reloaded)
      followRooms(roomHistory, place)
      tabs.follow(place)
    },
    prepare(room, host = null) {
      wished = host && { room, host }
      if (host) carried = null
      roomHistory.whenStill(() => {
        history.pushState(null, '', roomPath(room))
        prepareLocalMedia(room).catch(reportError)
      })
    },
    carrierOf(room) {
      if (carried?.room === room) return { by: carried.by, when: 'wasCarriedBy' }
      return wished?.room === room ? { by: wished.host, when: 'willBeCarriedBy' } : null
    },
    join(name) {
      const now = place.peek()
      if (now.at !== 'before') return
      settings.change({ name })
      enter(now.room, name || guestName(), now.localMedia ?? devicesFor(now.room, false)).catch(reportError)
    },
    takeOver() {
      takeOver().catch(reportError)
    },
    joinEmbedded(name) {
      joinEmbedded(name).catch(reportError)
    },
    enterPassword(password) {
      const now = place.peek()
      if (now.at === 'password') enter(now.room, now.name, now.localMedia, { password }).catch(reportError)
    },
    comeBack() {
      if (newerPageIsThere.peek()) return loadNewerPage()
      comeBack().catch(reportError)
    },
    goHome() {
      if (newerPageIsThere.peek()) return location.assign('/')
      roomHistory.whenStill(() => {
        history.pushState(null, '', '/')
        move({ at: 'home' })
      })
    },
  }
}

/** Keeps the browser's history in step with where the person is. */
function followRooms(roomHistory: RoomHistory, place: ReadonlySignal<Place>): void {
  effect(() => {
    const now = place.value
    // On the way into the room, by the entry that it had before the page was loaded again.
    if (now.at === 'opening') return
    if (now.at !== 'room') return roomHistory.leave()
    const { connection } = now.session.view.value
    if (connection === 'connected' || connection === 'reconnecting') roomHistory.enter(location.href)
  })
}
