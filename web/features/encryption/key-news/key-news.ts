import { effect, type ReadonlySignal, untracked } from '@preact/signals'
import type { PeerId } from '../../../../protocol/ids.ts'
import type { RoomSession, RoomView, SessionEvent } from '../../../core/session/room-session.ts'
import { type KeyNews, ownNoticesOf } from '../../notices/own-notices.ts'

/** In a room of more people than that, arrivals are no news. */
const FEW = 6
/** Between fewer than these nothing was said before somebody came. */
const IN_TALK = 2

type KeyView = Pick<RoomView, 'encryption' | 'linkKeysReason' | 'epochAuthenticator' | 'people'>

/** The part of a session that tells of its keys. */
interface KeyedSession extends Pick<RoomSession, 'listen' | 'whenOver'> {
  readonly view: ReadonlySignal<KeyView>
}

/** Tells what changed for the keys of an encrypted room, where it means something to the people in it (J15). */
export function watchKeys(session: RoomSession): void {
  new KeyWatch(session, (news) => ownNoticesOf(session).add(news))
}

export class KeyWatch {
  readonly #view: ReadonlySignal<KeyView>
  readonly #tell: (news: KeyNews) => void
  #before: KeyView
  readonly #names = new Map<PeerId, string>()
  /** Who was put out, and who came, since the keys last changed. */
  #out: string[] = []
  #came: PeerId[] = []

  constructor({ view, listen, whenOver }: KeyedSession, tell: (news: KeyNews) => void) {
    this.#view = view
    this.#tell = tell
    this.#before = view.peek()
    const stopReading = effect(() => {
      const now = view.value
      untracked(() => this.#follow(now))
    })
    const stopListening = listen((event) => this.#handle(event))
    whenOver(() => {
      stopReading()
      stopListening()
    })
  }

  #handle(event: SessionEvent): void {
    if (event.event === 'peer-joined') {
      const { people } = this.#view.peek()
      if (people.length > IN_TALK && people.length <= FEW) this.#came.push(event.peer.id)
    }
    if (event.event !== 'peer-left') return
    if (event.removed) this.#out.push(this.#names.get(event.peer) ?? '')
    this.#names.delete(event.peer)
    if (this.#view.peek().encryption !== 'group') this.#tellOut(false)
  }

  #follow(now: KeyView): void {
    for (const { id, name } of now.people) this.#names.set(id, name)
    const before = this.#before
    this.#before = now
    const isOfGroup = now.encryption === 'group'
    if (before.encryption !== now.encryption || before.linkKeysReason !== now.linkKeysReason) {
      if (!isOfGroup) this.#tellOut(false)
      this.#tellMode(before, now)
    }
    if (!isOfGroup || !now.epochAuthenticator || isSame(before.epochAuthenticator, now.epochAuthenticator))
      return
    this.#tellOut(true)
    const names = this.#came.flatMap((peer) => this.#names.get(peer) ?? [])
    this.#came = []
    if (names.length > 0) this.#tell({ what: 'keys-since', names })
  }

  #tellOut(followNothing: boolean): void {
    const names = this.#out
    this.#out = []
    if (names.length > 0) this.#tell({ what: 'put-out', names, followNothing })
  }

  #tellMode(before: KeyView, now: KeyView): void {
    const { linkKeysReason: reason } = now
    if (now.encryption === 'group' && before.linkKeysReason !== 'beginning')
      this.#tell({ what: 'keys-of-group' })
    if (now.encryption === 'link' && reason && reason !== 'beginning' && before.encryption === 'group') {
      this.#tell({ what: `keys-of-link-${reason}` })
    }
  }
}

const isSame = (one: Uint8Array | null, other: Uint8Array): boolean =>
  one !== null && one.length === other.length && one.every((byte, at) => byte === other[at])
