import { ProtocolError } from '../../../../protocol/errors.ts'
import type { PeerId } from '../../../../protocol/ids.ts'
import { CONTENT_KEY_PATIENCE_MS } from '../../../../protocol/limits.ts'
import type { Knock } from '../../../../protocol/page-edge/door.ts'
import type { PageEvent } from '../../../../protocol/page-edge/events.ts'
import type { RoomMessage } from '../../../../protocol/page-edge/messages.ts'
import type { Welcome } from '../../../../protocol/page-edge/requests.ts'
import { AwaitedPeople } from '../awaited-people.ts'
import { InOrder } from '../in-order.ts'
import type { OpenedEvent, OpenedKnock, OpenedMessage, OpenedWelcome } from '../opened.ts'
import type { Introduction, RoomSealing } from '../room-sealing.ts'
import type { Opening, OpeningListener } from '../sealing.ts'
import type { Stay } from '../stay.ts'
import { within } from '../within.ts'
import { Introductions } from './introductions.ts'
import { MessageOpening, type When } from './message-opening.ts'

/** What is left to do of something that was looked at, when it is its turn to be told. */
type Rest<Told> = () => Promise<Told> | Told

const LEFT = new ProtocolError('not-joined', 'left the room')

/**
 * Opens what comes of an encrypted room by the edge, and leaves out what is not as it was sealed, or not where its sender put it. All
 * is looked at in order: names are opened, who is who is noted, and the group hears what it hangs on. Then it is told in order:
 * a message that waits for its content key holds up what comes after it there, and nothing of what brings that key.
 */
export class SealedOpening implements Opening {
  readonly #sealing: RoomSealing
  readonly #listener: OpeningListener
  readonly #introductions: Introductions
  readonly #messages: MessageOpening
  readonly #looking = new InOrder()
  readonly #telling = new InOrder()
  /** Of whom nothing is heard just now. */
  readonly #cutOff = new Set<PeerId>()
  /** Whoever follows a change of the link says who they are anew; whoever never does is nobody of the room. */
  readonly #unread: AwaitedPeople<PeerId>
  #self: PeerId | null = null
  /** Nothing comes any more: what does not open now is nobody's lie. */
  #ending = false
  readonly #stopped = Promise.withResolvers<void>()
  #over = false
  #timesAway = 0

  constructor(sealing: RoomSealing, listener: OpeningListener) {
    this.#sealing = sealing
    this.#listener = listener
    const heard = {
      introduced: listener.introduced,
      unreadableName: listener.unreadableName,
      tampered: () => void this.#leaveOut(),
    }
    this.#introductions = new Introductions(sealing.stay, heard, () => this.#self)
    this.#unread = new AwaitedPeople(CONTENT_KEY_PATIENCE_MS, { over: () => void this.#leaveOut() })
    this.#messages = new MessageOpening(sealing)
  }

  /** By which stay somebody goes who is here; undefined where nobody of that id is. */
  stayOf(peer: PeerId): Stay | undefined {
    return this.#introductions.of(peer)?.stay
  }

  welcomed(welcome: Welcome): void {
    const release = this.#releasing()
    this.#inTurn(
      async () => {
        const rest = await this.#lookAtWelcome(welcome)
        release()
        return rest
      },
      (opened) => this.#listener.welcomed(opened),
    )
  }

  happened(event: PageEvent): void {
    if (event.event === 'group-changed' && event.changesLink) this.#sealing.facts.linkChanges(event.epoch)
    this.#inTurn(
      () => this.#lookAtEvent(event),
      (opened) => opened && this.#listener.happened(opened),
    )
  }

  away(tell: () => void): void {
    this.#timesAway += 1
    this.#sealing.hold()
    this.#lookForUnread()
    this.#inTurn(() => () => {}, tell)
  }

  resumed(tell: () => void): void {
    this.#inTurn(() => () => {}, tell)
    // What was missed follows at once, and the group hears of it before anything is sealed.
    const release = this.#releasing()
    queueMicrotask(() => void this.#looking.add(release))
  }

  async history(messages: readonly RoomMessage[]): Promise<readonly OpenedMessage[]> {
    const names = await Promise.all(messages.map(({ name }) => this.#sealing.openName(name, 'before')))
    // Former seals come with the group.
    if (names.includes(null))
      await within(CONTENT_KEY_PATIENCE_MS, this.#sealing.facts.settled(), this.#stopped.promise)
    const looked = this.#looking.add(() => Promise.all(messages.map((each) => this.#lookAt(each, 'before'))))
    return this.#telling.add(async () => {
      const opened: OpenedMessage[] = []
      for (const rest of await looked) {
        const message = await rest()
        if (message) opened.push(message)
      }
      if (this.#over) throw LEFT
      return opened
    })
  }

  said(became: Pick<RoomMessage, 'id' | 'kind'>, number: number): void {
    this.#messages.said(became, number)
  }

  ended(tell: () => void): void {
    this.#stopWaiting()
    this.#inTurn(
      () => () => {},
      () => {
        this.#over = true
        tell()
      },
    )
  }

  close(): void {
    this.#stopWaiting()
    this.#over = true
  }

  #stopWaiting(): void {
    this.#ending = true
    this.#unread.close()
    this.#stopped.resolve()
    this.#sealing.end(LEFT)
    this.#messages.waitNoLonger()
  }

  /** Ends what being away began, when it is its turn; not where the socket has fallen again by then. */
  #releasing(): () => void {
    const times = this.#timesAway
    return () => {
      if (times !== this.#timesAway) return
      this.#sealing.release()
      this.#lookForUnread()
    }
  }

  #inTurn<Told>(look: () => Promise<Rest<Told>> | Rest<Told>, tell: (told: Told) => void): void {
    const looked = this.#looking.add(look)
    const done = this.#telling.add(async () => {
      const told = await (await looked)()
      if (!this.#over) tell(told)
    })
    done.catch((cause) => reportError(cause))
  }

  async #lookAtWelcome({ peers, knocks, ...rest }: Welcome): Promise<Rest<OpenedWelcome>> {
    const opening = peers.map(({ name }) => this.#sealing.openName(name))
    const [told, opened] = await Promise.all([
      Promise.all(opening),
      Promise.all(knocks.map((knock) => this.#knock(knock))),
    ])
    const isAnother = this.#self !== rest.self
    this.#self = rest.self
    this.#introductions.keep(new Set(peers.map(({ id }) => id)))
    const named = peers.map((peer, index) => {
      const away = peer.cutOff === true
      return { ...peer, name: this.#introductions.find(peer.id, told[index] ?? null, away) }
    })
    this.#cutOff.clear()
    for (const { id, cutOff } of peers) if (cutOff) this.#cutOff.add(id)
    this.#tellWhoIsHere()
    this.#sealing.facts.welcomed(rest.group)
    return () => {
      // Somebody else now, perhaps in another life of the room: its messages are counted anew.
      if (isAnother) this.#messages.beginAnew()
      return { ...rest, peers: named, knocks: opened }
    }
  }

  async #lookAtEvent(event: PageEvent): Promise<Rest<OpenedEvent | null>> {
    switch (event.event) {
      case 'peer-joined': {
        const told = await this.#sealing.openName(event.peer.name)
        const name = this.#introductions.introduce(event.peer.id, told)
        this.#tellWhoIsHere()
        return () => ({ event: event.event, peer: { ...event.peer, name } })
      }
      case 'peer-renamed': {
        const told = await this.#sealing.openName(event.name)
        const before = this.#introductions.of(event.peer)?.name
        const name = this.#introductions.introduce(event.peer, told)
        this.#tellWhoIsHere()
        return () => (name === before ? null : { event: event.event, peer: event.peer, name })
      }
      case 'peer-left':
        this.#leave(event.peer, event.removed === true)
        return () => event
      case 'cut-off-changed':
        this.#noteCutOff(event.peers, event.cutOff)
        return () => event
      case 'group-changed': {
        const { event: _, ...change } = event
        const followed = this.#sealing.facts.changed(change)
        // What comes next may be sealed by the new link.
        if (change.changesLink) await within(CONTENT_KEY_PATIENCE_MS, followed, this.#stopped.promise)
        return () => event
      }
      case 'knocked': {
        const knock = await this.#knock(event.knock)
        return () => ({ event: event.event, knock })
      }
      case 'message': {
        const rest = await this.#lookAt(event.message, 'now')
        return async () => {
          const message = await rest()
          return message && { event: event.event, message }
        }
      }
      default:
        return () => event
    }
  }

  #leave(peer: PeerId, removed: boolean): void {
    const stay = this.#introductions.of(peer)?.stay
    if (removed && stay !== undefined) this.#sealing.facts.removed(stay)
    this.#introductions.leave(peer)
    this.#noteCutOff([peer], false)
  }

  #noteCutOff(peers: readonly PeerId[], cutOff: boolean): void {
    for (const peer of peers) {
      if (cutOff) this.#cutOff.add(peer)
      else this.#cutOff.delete(peer)
    }
    this.#tellWhoIsHere()
  }

  #tellWhoIsHere(): void {
    const cutOff = [...this.#cutOff].map((peer) => this.#introductions.of(peer)?.stay)
    const known = cutOff.filter((stay) => stay !== undefined)
    const { stays, unread } = this.#introductions
    this.#sealing.facts.present(stays, new Set(known), unread.size > 0)
    this.#lookForUnread()
  }

  /** Who is here, what they are called or what is heard changed. */
  #lookForUnread(): void {
    if (this.#ending) return
    const { unread } = this.#introductions
    const heard = this.#sealing.isHeld ? [] : [...unread].filter((peer) => !this.#cutOff.has(peer))
    this.#unread.look(new Set(heard), (peer) => !unread.has(peer))
  }

  /** Somebody who waits: who they are is looked at when they are in. Nobody waits who came by a former link. */
  async #knock(knock: Knock): Promise<OpenedKnock> {
    const told = await this.#sealing.openName(knock.name)
    const isTold = told !== null && !told.former
    if (!isTold) this.#leaveOut()
    return { ...knock, name: isTold ? told.name : this.#listener.unreadableName() }
  }

  /** Begins to open a message, in the order in which things came; what is left is whether it is taken. */
  async #lookAt(message: RoomMessage, when: When): Promise<Rest<OpenedMessage | null>> {
    const from = await this.#sealing.openName(message.name, when)
    if (from === null && when === 'before' && this.#sealing.mayHaveForgottenLinks) return () => null
    if (from === null || !this.#isItsPlace(message, from, when)) return () => this.#leaveOut()
    const opening = this.#messages.open(message, from.stay, when)
    return async () => {
      const words = await opening
      return (words && this.#messages.take(message, from, words, when)) ?? this.#leaveOut()
    }
  }

  #leaveOut(): null {
    if (!this.#ending) this.#listener.tampered()
    return null
  }

  /** Whether its sender is who the edge says, and it is for us. What is said now is said by somebody's page of now. */
  #isItsPlace({ from, addressee }: RoomMessage, told: Introduction, when: When): boolean {
    const forUs = addressee.to !== 'peer' || addressee.peer === this.#self || from === this.#self
    if (!forUs) return false
    return when === 'now'
      ? this.#introductions.of(from)?.stay === told.stay
      : this.#introductions.mayHaveSaid(from, told)
  }
}
