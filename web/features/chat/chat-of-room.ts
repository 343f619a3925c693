import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type ErrorCode, ProtocolError } from '../../../protocol/errors.ts'
import { newSendId, type SendId } from '../../../protocol/ids.ts'
import type { Addressee } from '../../../protocol/page-edge/messages.ts'
import { perSession } from '../../core/session/per-session.ts'
import type { RoomMessages } from '../../core/session/room-messages.ts'
import { type Attached, Attachments } from '../files/attach/attachments.ts'
import { filesOf } from '../files/files-of-room.ts'
import type { OfferedFiles } from '../files/transfer/offered-files.ts'
import { chatPayload } from './chat-payload.ts'

/** A message of ours that is not in the room yet: a text, or a file. */
export interface Outgoing {
  readonly key: number
  /** The message's own name: sent again, it is the same message. */
  readonly once: SendId
  /** Empty where it is a file. */
  readonly text: string
  readonly attached: Attached | null
  readonly addressee: Addressee
  /** Why it is not, where that is known. */
  readonly failure: ErrorCode | 'unreadable' | null
}

/** Our side of the chat: what we are writing, and what is on its way. It outlives the panel. */
export class ChatOfRoom {
  readonly draft: Signal<string> = signal('')
  readonly addressee: Signal<Addressee> = signal({ to: 'everyone' })
  readonly attachments = new Attachments()
  readonly #messages: Pick<RoomMessages, 'send'>
  readonly #files: Pick<OfferedFiles, 'offer' | 'withdraw'>
  readonly #outgoing = signal<readonly Outgoing[]>([])
  #lastKey = 0

  constructor(messages: Pick<RoomMessages, 'send'>, files: Pick<OfferedFiles, 'offer' | 'withdraw'>) {
    this.#messages = messages
    this.#files = files
  }

  get outgoing(): ReadonlySignal<readonly Outgoing[]> {
    return this.#outgoing
  }

  /** Sends what is written and attached; false where that is nothing, or too long. */
  sendDraft(): boolean {
    const text = this.draft.peek().trim()
    if (text !== '' && chatPayload(text) === null) return false
    const attached = this.attachments.take()
    if (text === '' && attached.length === 0) return false
    this.draft.value = ''
    if (text !== '') this.#sendNew(text, null)
    for (const file of attached) this.#sendNew('', file)
    return true
  }

  sendAgain(message: Outgoing): void {
    this.#send({ ...message, failure: null })
  }

  discard({ key }: Outgoing): void {
    this.#outgoing.value = this.#outgoing.peek().filter((other) => other.key !== key)
  }

  #sendNew(text: string, attached: Attached | null): void {
    this.#lastKey += 1
    const addressee = this.addressee.peek()
    this.#send({ key: this.#lastKey, once: newSendId(), text, attached, addressee, failure: null })
  }

  #send(message: Outgoing): void {
    this.#put(message)
    const sent =
      message.attached === null ? this.#sendText(message) : this.#sendFile(message, message.attached)
    sent.then(
      () => this.discard(message),
      (cause: unknown) => this.#put({ ...message, failure: failureOf(cause) }),
    )
  }

  async #sendText({ text, addressee, once }: Outgoing): Promise<void> {
    const payload = chatPayload(text)
    if (payload !== null) await this.#messages.send('chat', addressee, payload, { once })
  }

  /** Tells of the file; it is fetched from here by whoever wants it. */
  async #sendFile({ addressee, once }: Outgoing, { blob, name }: Attached): Promise<void> {
    const file = await this.#files.offer(blob, name, addressee)
    try {
      const payload = chatPayload('', file)
      if (payload !== null) await this.#messages.send('chat', addressee, payload, { once })
    } catch (cause) {
      this.#files.withdraw(file.id)
      throw cause
    }
  }

  #put(message: Outgoing): void {
    const before = this.#outgoing.peek()
    this.#outgoing.value = before.some(({ key }) => key === message.key)
      ? before.map((other) => (other.key === message.key ? message : other))
      : [...before, message]
  }
}

/** A folder, or a file that changed on the disk, cannot be read: the browser says so with a DOMException. */
const failureOf = (cause: unknown): ErrorCode | 'unreadable' =>
  cause instanceof DOMException ? 'unreadable' : ProtocolError.from(cause).code

/** Our side of a room's chat. */
export const chatOf = perSession((session) => new ChatOfRoom(session.messages, filesOf(session).offered))
