import type { PeerId } from '../../../protocol/ids.ts'
import type { Knock } from '../../../protocol/page-edge/door.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { Introductions, UNREADABLE_NAME } from './introductions.ts'
import type { OpenedEvent, OpenedKnock, OpenedMessage, OpenedWelcome } from './opened.ts'
import type { Introduction, Sealing } from './sealing.ts'
import type { Stay } from './stay.ts'
import { TakenWords } from './taken-words.ts'

export interface OpeningOptions {
  readonly sealing: Sealing
  /** Whose media is sealed by which stay's keys, from now on; null: they left. */
  readonly introduced: (peer: PeerId, stay: Stay | null) => void
  /** Something did not open, or was not what it said, and was left out. */
  readonly tampered: () => void
}

/** Opens what comes of a room by the edge, and leaves out what is not as it was sealed, or not where its sender put it. */
export class Opening {
  readonly #options: OpeningOptions
  readonly #introductions: Introductions
  readonly #taken = new TakenWords()
  #self: PeerId | null = null

  constructor(options: OpeningOptions) {
    this.#options = options
    this.#introductions = new Introductions({ ...options, self: () => this.#self })
  }

  welcome({ peers, knocks, ...rest }: Welcome): OpenedWelcome {
    // Somebody else now, perhaps in another life of the room: its messages are counted anew.
    if (this.#self !== rest.self) this.#taken.beginAnew()
    this.#self = rest.self
    const names = this.#introductions.all(peers)
    return {
      ...rest,
      peers: peers.map((peer, index) => ({ ...peer, name: names[index] ?? UNREADABLE_NAME })),
      knocks: knocks.map((knock) => this.#knock(knock)),
    }
  }

  /** Null where nothing of it is left, or nothing that anybody is told. */
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

  /** What was said before, as far as it opens. */
  history(messages: readonly RoomMessage[]): readonly OpenedMessage[] {
    return messages.map((message) => this.#message(message, 'before')).filter((message) => message !== null)
  }

  /** Somebody who waits: who they are is looked at when they are in. */
  #knock(knock: Knock): OpenedKnock {
    const told = this.#options.sealing.openName(knock.name)
    if (told === null) this.#options.tampered()
    return { ...knock, name: told?.name ?? UNREADABLE_NAME }
  }

  /** What we said ourselves became message `id`: it comes from nobody else. */
  said(envelope: Pick<RoomMessage, 'id' | 'kind'>, number: number | null): void {
    const { stay } = this.#options.sealing
    if (stay !== null && number !== null) this.#taken.take({ ...envelope, stay, number }, true)
  }

  #message(message: RoomMessage, when: 'now' | 'before'): OpenedMessage | null {
    const from = this.#options.sealing.openName(message.name)
    const words = from && this.#options.sealing.openWords(message, from.stay, message.payload)
    if (from === null || words === null || !this.#isItsPlace(message, from, when)) return this.#leaveOut()
    if (from.stay !== null && words.number !== null) {
      const taken = { ...message, stay: from.stay, number: words.number }
      if (!this.#taken.take(taken, when === 'now')) return this.#leaveOut()
    }
    return { ...message, name: from.name, payload: words.payload }
  }

  #leaveOut(): null {
    this.#options.tampered()
    return null
  }

  /** Whether its sender is who the edge says, and it is for us. What is said now is said by somebody's page of now. */
  #isItsPlace({ from, addressee }: RoomMessage, told: Introduction, when: 'now' | 'before'): boolean {
    if (told.stay === null) return true
    const forUs = addressee.to !== 'peer' || addressee.peer === this.#self || from === this.#self
    if (!forUs) return false
    return when === 'now'
      ? this.#introductions.of(from)?.stay === told.stay
      : this.#introductions.mayHaveSaid(from, told)
  }
}
