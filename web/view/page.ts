import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { NodeId } from '../../protocol/ids.ts'
import type { RoomName } from '../../protocol/room-name.ts'
import type { LocalMedia } from '../capture/local-media.ts'
import type { SettingsStore } from '../settings/settings.ts'
import { type LinkWishes, readAddress, readLinkWishes, roomPath } from './address.ts'
import { passwordReasonOf } from './ending.ts'
import { type MeasureNodes, NodeDistances } from './node-distances.ts'
import { leavePlace, type Place } from './place.ts'
import type { LoadRoomCode, LocalMediaWishes, RoomCode } from './room-code.ts'

/** The page as a whole: where the person is, and every way to go elsewhere. */
export interface Page {
  readonly place: ReadonlySignal<Place>
  /** Shows the place that the address names, and follows the browser's back and forward. */
  start(guestName: string): void
  /** `wished` is the node that is to carry the room, if it opens with us. */
  prepare(room: RoomName, wished?: NodeId | null): void
  join(name: string): void
  /** Tries to come in with this password. */
  enterPassword(password: string): void
  /** Back into the room of the page after, under the same name. */
  comeBack(): void
  goHome(): void
}

const localMediaWishes = (settings: SettingsStore, link: LinkWishes): LocalMediaWishes => {
  const { microphone, microphoneId, camera, cameraId, speakerId } = settings.value.peek()
  return {
    microphone: { wanted: link.microphone ?? microphone, deviceId: microphoneId },
    camera: { wanted: link.camera ?? camera, deviceId: cameraId },
    speakerId,
    sound: settings.value,
    picture: settings.value,
  }
}

/**
 * Remembers what the person does with the devices for as long as they are open; not where the link chose for them.
 * Returns what stops it.
 */
function rememberDevices(localMedia: LocalMedia, settings: SettingsStore): () => void {
  const link = readLinkWishes(location.search)
  if (link.microphone !== null || link.camera !== null) return () => {}
  return effect(() => {
    const microphone = localMedia.microphone.value
    const camera = localMedia.camera.value
    const before = settings.value.peek()
    const now = {
      microphone: microphone.wanted,
      camera: camera.wanted,
      microphoneId: microphone.deviceId,
      // Whoever looked the other way last time is still met by their own face first.
      cameraId: camera.facing === 'environment' ? before.cameraId : camera.deviceId,
      speakerId: localMedia.speaker.value,
    }
    const changed =
      now.microphone !== before.microphone ||
      now.camera !== before.camera ||
      now.microphoneId !== before.microphoneId ||
      now.cameraId !== before.cameraId ||
      now.speakerId !== before.speakerId
    if (changed) settings.change(now)
  })
}

export function createPage(
  settings: SettingsStore,
  loadRoomCode: LoadRoomCode,
  measureNodes: MeasureNodes,
): Page {
  const quality = computed(() => settings.value.value.quality)
  const hidesAddress = computed(() => settings.value.value.hidesAddress)
  const distances = new NodeDistances(measureNodes, hidesAddress)
  const place = signal<Place>({ at: 'home' })
  let stopWatching = (): void => {}
  /** What was chosen at home, for as long as the page is open. */
  let wished: { readonly room: RoomName; readonly node: NodeId } | null = null

  /** Goes to `next` and closes what the place before held, but for `kept`. */
  function move(next: Place, kept: LocalMedia | null = null): void {
    const previous = place.peek()
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

  const openLocalMedia = (code: RoomCode): LocalMedia =>
    code.openLocalMedia(localMediaWishes(settings, readLinkWishes(location.search)))

  async function prepareLocalMedia(room: RoomName): Promise<void> {
    const waiting: Place = { at: 'before', room, localMedia: null }
    move(waiting)
    const code = await roomCodeFor(waiting, room)
    if (code === null) return
    const localMedia = openLocalMedia(code)
    move({ at: 'before', room, localMedia })
    distances.measure()
    stopWatching = rememberDevices(localMedia, settings)
  }

  async function enter(
    room: RoomName,
    name: string,
    prepared: LocalMedia | null,
    password?: string,
  ): Promise<void> {
    const waiting: Place = { at: 'opening', room }
    move(waiting, prepared)
    const code = await roomCodeFor(waiting, room)
    if (code === null) {
      prepared?.stop()
      return
    }
    const localMedia = prepared ?? openLocalMedia(code)
    const session = code.openRoom({
      room,
      name,
      localMedia,
      quality,
      hidesAddress,
      measured: distances.found,
      wished: wished?.room === room ? wished.node : null,
      ...(password && { password }),
    })
    // Whoever comes from the preview sees the room at once; by a link, there is nothing yet that it would replace.
    if (prepared === null) await session.ready
    const next: Place = { at: 'room', room, name, localMedia, session }
    if (place.peek() !== waiting) return leavePlace(next)
    move(next)
    const stopRemembering = rememberDevices(localMedia, settings)
    const stopFollowing = effect(() => {
      const { connection, refusal } = session.view.value
      if (connection === 'left') move({ at: 'after', room, name, ending: 'left' })
      if (connection !== 'refused') return
      const reason = passwordReasonOf(refusal, password !== undefined)
      if (reason === null) move({ at: 'after', room, name, ending: refusal ?? 'internal' })
      else askPassword({ at: 'password', room, name, localMedia, reason })
    })
    stopWatching = () => {
      stopRemembering()
      stopFollowing()
    }
  }

  function askPassword(next: Extract<Place, { at: 'password' }>): void {
    move(next, next.localMedia)
    stopWatching = rememberDevices(next.localMedia, settings)
  }

  function showAddress(guestName: string): void {
    const address = readAddress(location.pathname)
    if (address.at !== 'room') return move(address)
    const path = roomPath(address.room)
    if (path !== location.pathname) history.replaceState(null, '', path + location.search + location.hash)
    const link = readLinkWishes(location.search)
    const name = link.name ?? (settings.value.peek().name || guestName)
    if (link.join) enter(address.room, name, null).catch(reportError)
    else prepareLocalMedia(address.room).catch(reportError)
  }

  return {
    place,
    start(guestName) {
      addEventListener('popstate', () => showAddress(guestName))
      showAddress(guestName)
    },
    prepare(room, node = null) {
      wished = node && { room, node }
      history.pushState(null, '', roomPath(room))
      prepareLocalMedia(room).catch(reportError)
    },
    join(name) {
      const now = place.peek()
      if (now.at !== 'before') return
      settings.change({ name })
      enter(now.room, name, now.localMedia).catch(reportError)
    },
    enterPassword(password) {
      const now = place.peek()
      if (now.at === 'password') enter(now.room, now.name, now.localMedia, password).catch(reportError)
    },
    comeBack() {
      const now = place.peek()
      if (now.at === 'after') enter(now.room, now.name, null).catch(reportError)
    },
    goHome() {
      history.pushState(null, '', '/')
      move({ at: 'home' })
    },
  }
}
