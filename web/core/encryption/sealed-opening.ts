import type { PeerId } from '../../../protocol/ids.ts'
import type { Knock } from '../../../protocol/page-edge/door.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { Introductions } from './introductions.ts'
import type { Introduction, LinkSealing } from './link-sealing.ts'
import type { OpenedEvent, OpenedKnock, OpenedMessage, OpenedWelcome } from './opened.ts'
import type { Opening, OpeningListener } from './sealing.ts'
import { TakenWords } from './taken-words.ts'

/** Opens what comes of an encrypted room by the edge, and leaves out what is not as it was sealed, or not where its sender put it. */
export class SealedOpening implements Opening {
  readonly #sealing: LinkSealing
  readonly #heard: OpeningListener
  readonly #introductions: Introductions
  readonly #taken = new TakenWords()
  #self: PeerId | null = null

  constructor(sealing: LinkSealing, heard: OpeningListener) {
    this.#sealing = sealing
    this.#heard = heard
    this.#introductions = new Introductions(sealing, heard, () => this.#self)
  }

  welcome({ peers, knocks, ...rest }: Welcome): OpenedWelcome {
    // Somebody else now, perhaps in another life of the room: its messages are counted anew.
    if (this.#self !== rest.self) this.#taken.beginAnew()
    this.#self = rest.self
    const names = this.#introductions.all(peers)
    return {
      ...rest,
      peers: peers.map((peer, index) => ({ ...peer, name: names[index] ?? this.#heard.unreadableName() })),
      knocks: knocks.map((knock) => this.#knock(knock)),
    }
  }

  event(event: PageEvent): OpenedEvent | null {
    switch (event.event) {
      case 'peer-joined': {
        const { peer } = event
        return {
          event: event.event,
          peer: { ...peer, name: this.#introductions.introduce(peer.id, peer.name) },
        }
      }
      case 'peer-renamed': {
        const before = this.#introductions.of(event.peer)?.name
        const name = this.#introductions.introduce(event.peer, event.name)
        return name === before ? null : { event: event.event, peer: event.peer, name }
      }
      case 'peer-left':
        this.#introductions.leave(event.peer)
        return event
      case 'knocked':
        return { event: event.event, knock: this.#knock(event.knock) }
      case 'message': {
        const message = this.#message(event.message, 'now')
        return message && { event: event.event, message }
      }
      default:
        return event
    }
  }

  history(messages: readonly RoomMessage[]): readonly OpenedMessage[] {
    return messages.map((message) => this.#message(message, 'before')).filter((message) => message !== null)
  }

  /** Somebody who waits: who they are is looked at when they are in. */
  #knock(knock: Knock): OpenedKnock {
    const told = this.#sealing.openName(knock.name)
    if (told === null) this.#heard.tampered()
    return { ...knock, name: told?.name ?? this.#heard.unreadableName() }
  }

  said(became: Pick<RoomMessage, 'id' | 'kind'>, number: number): void {
    this.#taken.take({ ...became, stay: this.#sealing.stay, number }, true)
  }

  #message(message: RoomMessage, when: 'now' | 'before'): OpenedMessage | null {
    const from = this.#sealing.openName(message.name)
    const words = from && this.#sealing.openWords(message, from.stay, message.payload)
    if (from === null || words === null || !this.#isItsPlace(message, from, when)) return this.#leaveOut()
    const taken = { ...message, stay: from.stay, number: words.number }
    if (!this.#taken.take(taken, when === 'now')) return this.#leaveOut()
    return { ...message, name: from.name, payload: words.payload }
  }

  #leaveOut(): null {
    this.#heard.tampered()
    return null
  }

  /** Whether its sender is who the edge says, and it is for us. What is said now is said by somebody's page of now. */
  #isItsPlace({ from, addressee }: RoomMessage, told: Introduction, when: 'now' | 'before'): boolean {
    const forUs = addressee.to !== 'peer' || addressee.peer === this.#self || from === this.#self
    if (!forUs) return false
    return when === 'now'
      ? this.#introductions.of(from)?.stay === told.stay
      : this.#introductions.mayHaveSaid(from, told)
  }
}
