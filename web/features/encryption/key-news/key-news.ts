import { effect, type ReadonlySignal, untracked } from '@preact/signals'
import type { PeerId } from '../../../../protocol/ids.ts'
import type { KeysInUse } from '../../../core/room-state/room-state.ts'
import type { RoomSession, RoomView, SessionEvent } from '../../../core/session/room-session.ts'
import { type KeyNews, ownNoticesOf } from '../../notices/own-notices.ts'

/** In a room of more people than that, arrivals are no news. */
const FEW = 6
/** Between fewer than these nothing was said before somebody came. */
const IN_TALK = 2

type KeyView = KeysInUse & Pick<RoomView, 'people' | 'constantRate'>

/** The part of a session that tells of its keys. */
interface KeyedSession extends Pick<RoomSession, 'listen' | 'whenOver'> {
  readonly view: ReadonlySignal<KeyView>
}

/** Tells what changed for the keys and the voices of an encrypted room, where it means something to the people in it (J15). */
export function watchKeys(session: RoomSession): void {
  new KeyWatch(session, (news) => ownNoticesOf(session).add(news))
}

export class KeyWatch {
  readonly #view: ReadonlySignal<KeyView>
  readonly #tell: (news: KeyNews) => void
  #before: KeyView
  readonly #names = new Map<PeerId, string>()
  /** Of whom it is not told yet that they were put out, and who came since the keys last changed. */
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
    if (event.event === 'link-changed') this.#tellLink(event.by)
    if (event.event !== 'peer-left') return
    if (event.removed) this.#out.push(this.#names.get(event.peer) ?? '')
    this.#names.delete(event.peer)
    this.#tellOut(this.#view.peek())
  }

  #tellLink(by: PeerId | null): void {
    const own = this.#view.peek().people.some(({ id, self }) => self && id === by)
    this.#tell({ what: 'keys-new-link', own, by: (by && this.#names.get(by)) ?? null })
  }

  #follow(now: KeyView): void {
    for (const { id, name } of now.people) this.#names.set(id, name)
    const before = this.#before
    this.#before = now
    this.#tellOut(now)
    this.#tellMode(before, now)
    this.#tellRate(before, now)
    const { epochAuthenticator: epoch } = now
    if (epoch && !isSame(before.epochAuthenticator, epoch)) this.#tellCame()
  }

  /** Who was put out, once it is known whether they can follow. */
  #tellOut({ encryption, keepsOut }: KeyView): void {
    const names = this.#out
    if (names.length === 0 || (encryption === 'group' && !keepsOut)) return
    this.#out = []
    this.#tell({ what: 'put-out', names, followNothing: keepsOut })
  }

  #tellCame(): void {
    const names = this.#came.flatMap((peer) => this.#names.get(peer) ?? [])
    this.#came = []
    if (names.length > 0) this.#tell({ what: 'keys-since', names })
  }

  /** Not where one just came: there it is so from the beginning. */
  #tellRate({ people, constantRate: before }: KeyView, { encryption, constantRate }: KeyView): void {
    if (people.length === 0 || encryption === 'none' || constantRate === before) return
    this.#tell({ what: constantRate ? 'rate-constant' : 'rate-own' })
  }

  #tellMode(before: KeyView, { encryption, linkKeysReason: reason }: KeyView): void {
    if (before.encryption === 'link' && encryption === 'group' && before.linkKeysReason !== 'beginning')
      this.#tell({ what: 'keys-of-group' })
    if (before.encryption === 'group' && encryption === 'link' && reason && reason !== 'beginning')
      this.#tell({ what: `keys-of-link-${reason}` })
  }
}

const isSame = (one: Uint8Array | null, other: Uint8Array): boolean =>
  one !== null && one.length === other.length && one.every((byte, at) => byte === other[at])
