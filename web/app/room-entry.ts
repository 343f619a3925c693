import { computed, effect, type ReadonlySignal } from '@preact/signals'
import type { RoomName } from '../../protocol/names/room-name.ts'
import type { LocalMedia } from '../core/capture/local-media.ts'
import type { RoomSecret } from '../core/encryption/room-secret.ts'
import { canEncryptMedia } from '../core/media/encryption/can-encrypt-media.ts'
import type { RoomSession } from '../core/session/room-session.ts'
import { passwordReasonOf } from '../features/door/password-reason.ts'
import type { RoomLink } from '../features/invite/room-link.ts'
import type { Quality } from '../settings/quality.ts'
import type { SettingsStore } from '../settings/settings.ts'
import { readLinkOptions } from './address.ts'
import type { AppView } from './app-view.ts'
import { type CurrentView, closeView } from './current-view.ts'
import {
  type InitialDevices,
  initialDevicesOf,
  localMediaOptions,
  rememberDevices,
} from './initial-devices.ts'
import { linkReasonOf } from './link/link-reason.ts'
import type { LinkTrust } from './link-trust.ts'
import { type MeasureNodes, NodeDistances } from './node-distances.ts'
import type { RoomLenders } from './room-lenders.ts'
import type { TabPresence } from './tab-presence.ts'

/**
 * The heavy part of the page, which only a room needs: devices, signalling and media. Home shows without it, and it
 * is loaded long before anyone can press Join.
 */
type RoomCode = Pick<typeof import('../room/room-code.ts'), 'openLocalMedia' | 'openRoom'>
export type LoadRoomCode = () => Promise<RoomCode>

/** With what one comes in, beside a name. */
interface Entrance {
  readonly password?: string
  /** Whether one wants the place that this tab had, and nothing else. */
  readonly resumeOnly?: boolean
}

interface RoomEntryParts {
  readonly settings: SettingsStore
  readonly loadRoomCode: LoadRoomCode
  readonly measureNodes: MeasureNodes
  readonly trust: LinkTrust
  readonly place: CurrentView
  readonly tabs: TabPresence
  readonly lenders: RoomLenders
  /** What people of an encrypted room are called whose name does not open. */
  readonly unreadableName: () => string
}

/** The way into a room, by the page before it or at once, and out of it again when it is over. */
export class RoomEntry {
  readonly #parts: RoomEntryParts
  readonly #quality: ReadonlySignal<Quality>
  readonly #hidesAddress: ReadonlySignal<boolean>
  readonly #constantRate: ReadonlySignal<boolean>
  readonly #distances: NodeDistances
  /** Secrets that this page made for rooms whose names somebody typed: nobody gave a link that has them. */
  readonly #made = new Set<RoomSecret>()

  constructor(parts: RoomEntryParts) {
    const { value: settings } = parts.settings
    this.#parts = parts
    this.#quality = computed(() => settings.value.quality)
    this.#hidesAddress = computed(() => settings.value.hidesAddress)
    this.#constantRate = computed(() => settings.value.constantRate)
    this.#distances = new NodeDistances(parts.measureNodes, this.#hidesAddress)
  }

  /** How the link would have the devices, as far as it may; `joins` where the person sees no page before the room. */
  devicesFor(room: RoomName, joins: boolean): InitialDevices {
    const { trust, settings } = this.#parts
    const mayTurnOn = trust.own || trust.accepted(room)
    return initialDevicesOf(settings, readLinkOptions(location), { mayTurnOn, joins })
  }

  /** That secret is none that somebody was given with a link. */
  madeSecret(secret: RoomSecret): void {
    this.#made.add(secret)
  }

  /** Goes to the page before the room. */
  async prepare({ room, secret }: RoomLink): Promise<void> {
    const link: RoomLink = { room, secret }
    const waiting: AppView = { at: 'before', room, secret, localMedia: null }
    this.#parts.place.move(waiting)
    const code = await this.#codeFor(waiting, link)
    if (code === null) return
    const options = localMediaOptions(this.#parts.settings, this.devicesFor(link.room, false))
    this.#lookAtOneself(link, code.openLocalMedia(options))
  }

  /**
   * Enters the room, with the devices as they are or as they are to begin. Where the browser cannot encrypt, and the room is
   * encrypted, one is told so on the page before it.
   */
  async enter(
    { room, secret }: RoomLink,
    name: string,
    devices: LocalMedia | InitialDevices,
    entrance: Entrance = {},
  ): Promise<void> {
    const { place, settings } = this.#parts
    const link: RoomLink = { room, secret }
    const prepared = 'withheld' in devices ? null : devices
    if (secret !== null && !canEncryptMedia())
      return prepared === null ? this.prepare(link) : this.#lookAtOneself(link, prepared)
    const waiting: AppView = { at: 'opening', room, secret }
    place.move(waiting, prepared)
    const code = await this.#codeFor(waiting, link)
    if (code === null) {
      prepared?.stop()
      return
    }
    const localMedia =
      'withheld' in devices ? code.openLocalMedia(localMediaOptions(settings, devices)) : devices
    if ('withheld' in devices && devices.withheld) this.#releaseWithheld(room, localMedia)
    const session = this.#open(code, { ...link, name, localMedia, entrance })
    // Whoever comes from the preview sees the room at once; by a link, there is nothing yet that it would replace.
    if (prepared === null) await session.ready
    const next: AppView = { at: 'room', room, secret, name, localMedia, session }
    if (!place.isStill(waiting)) return closeView(next)
    place.move(next)
    place.during(next, () => rememberDevices(localMedia, settings))
    place.during(next, () => this.#follow(next, entrance))
  }

  #open(
    code: RoomCode,
    of: RoomLink & {
      readonly name: string
      readonly localMedia: LocalMedia
      readonly entrance: Entrance
    },
  ): RoomSession {
    const { room, secret, name, localMedia } = of
    const { password, resumeOnly = false } = of.entrance
    return code.openRoom({
      room,
      secret,
      name,
      localMedia,
      unreadableName: this.#parts.unreadableName,
      quality: this.#quality,
      hidesAddress: this.#hidesAddress,
      constantRate: this.#constantRate,
      measuredNodes: this.#distances.found,
      preferredNode: this.#parts.lenders.preferredNode(room),
      password,
      resumeOnly,
    })
  }

  /** Goes on from the room when it is over for us; returns what stops it. */
  #follow(
    { room, name, localMedia, session }: Extract<AppView, { at: 'room' }>,
    { password, resumeOnly = false }: Entrance,
  ): () => void {
    const { place, lenders } = this.#parts
    return effect(() => {
      const secret = session.secret.value
      const link: RoomLink = { room, secret }
      const { connection, refusal, people, carriedBy } = session.view.value
      if (carriedBy !== null) lenders.found(room, carriedBy)
      const called = people.find((person) => person.self)?.name ?? name
      if (connection === 'left') place.move({ at: 'after', ...link, name: called, ending: 'left' })
      if (connection !== 'refused') return
      // The room is over, or has forgotten us: whoever comes now comes as somebody new, and looks at themselves first.
      if (resumeOnly && refusal === 'not-found') return this.#lookAtOneself(link, localMedia)
      const reason = passwordReasonOf(refusal, password !== undefined)
      const linkReason = linkReasonOf(refusal, secret !== null && this.#made.has(secret))
      const asked = { ...link, name: called, localMedia }
      if (reason !== null) this.#ask({ at: 'password', ...asked, reason })
      else if (linkReason !== null) this.#ask({ at: 'link', ...asked, reason: linkReason })
      else place.move({ at: 'after', ...link, name: called, ending: refusal ?? 'internal' })
    })
  }

  /** Loads the room's code for the place now shown; null where it failed, or the person went elsewhere meanwhile. */
  async #codeFor(waiting: AppView, { room, secret }: RoomLink): Promise<RoomCode | null> {
    const { loadRoomCode, place } = this.#parts
    try {
      const code = await loadRoomCode()
      return place.isStill(waiting) ? code : null
    } catch (error) {
      reportError(error)
      if (place.isStill(waiting)) place.move({ at: 'unloaded', room, secret })
      return null
    }
  }

  /** The page before the room, with these devices. */
  #lookAtOneself({ room, secret }: RoomLink, localMedia: LocalMedia): void {
    const { place, settings, tabs } = this.#parts
    const next: AppView = { at: 'before', room, secret, localMedia }
    place.move(next, localMedia)
    this.#distances.measure()
    place.during(next, () => rememberDevices(localMedia, settings))
    place.during(next, () => tabs.watch(room))
  }

  /** One has something to bring before one comes in; one's own picture stays meanwhile. */
  #ask(next: Extract<AppView, { at: 'password' | 'link' }> & { readonly localMedia: LocalMedia }): void {
    const { place, settings } = this.#parts
    place.move(next, next.localMedia)
    place.during(next, () => rememberDevices(next.localMedia, settings))
  }

  /** Devices that wait for a press do not, where the operator says so; and once pressed, do not a second time. */
  #releaseWithheld(room: RoomName, localMedia: LocalMedia): void {
    const { trust } = this.#parts
    trust
      .allowed(room)
      .then((allowed) => (allowed ? localMedia.turnOnWithheld() : undefined))
      .catch(reportError)
    effect(() => {
      if (localMedia.microphone.value.wanted || localMedia.camera.value.wanted) trust.accept(room)
    })
  }
}
