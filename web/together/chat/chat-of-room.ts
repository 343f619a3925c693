import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type ErrorCode, ProtocolError } from '../../../protocol/errors.ts'
import type { Addressee } from '../../../protocol/relay.ts'
import { perSession } from '../../session/per-session.ts'
import type { RoomRelay } from '../../session/room-relay.ts'
import { chatPayload } from './chat-payload.ts'

/** A message of ours that is not in the room yet. */
export interface Outgoing {
  readonly key: number
  readonly text: string
  readonly addressee: Addressee
  /** Why it is not, where that is known. */
  readonly failure: ErrorCode | null
}

/** Our side of the chat: what we are writing, and what is on its way. It outlives the panel. */
export class ChatOfRoom {
  readonly draft: Signal<string> = signal('')
  readonly addressee: Signal<Addressee> = signal({ to: 'everyone' })
  readonly #relay: Pick<RoomRelay, 'send'>
  readonly #outgoing = signal<readonly Outgoing[]>([])
  #lastKey = 0

  constructor(relay: Pick<RoomRelay, 'send'>) {
    this.#relay = relay
  }

  get outgoing(): ReadonlySignal<readonly Outgoing[]> {
    return this.#outgoing
  }

  /** Sends what is written; false where that is nothing, or too long. */
  sendDraft(): boolean {
    const text = this.draft.peek().trim()
    if (chatPayload(text) === null) return false
    this.draft.value = ''
    this.#lastKey += 1
    this.#send({ key: this.#lastKey, text, addressee: this.addressee.peek(), failure: null })
    return true
  }

  sendAgain(message: Outgoing): void {
    this.#send({ ...message, failure: null })
  }

  discard({ key }: Outgoing): void {
    this.#outgoing.value = this.#outgoing.peek().filter((other) => other.key !== key)
  }

  #send(message: Outgoing): void {
    const payload = chatPayload(message.text)
    if (payload === null) return
    this.#put(message)
    this.#relay.send('chat', message.addressee, payload).then(
      () => this.discard(message),
      (cause: unknown) => this.#put({ ...message, failure: ProtocolError.from(cause).code }),
    )
  }

  #put(message: Outgoing): void {
    const before = this.#outgoing.peek()
    this.#outgoing.value = before.some(({ key }) => key === message.key)
      ? before.map((other) => (other.key === message.key ? message : other))
      : [...before, message]
  }
}

/** Our side of a room's chat. */
export const chatOf = perSession(({ relay }) => new ChatOfRoom(relay))
