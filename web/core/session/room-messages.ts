import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { ProtocolError } from '../../../protocol/errors.ts'
import { newSendId, type PeerId, type SendId, type VoterId } from '../../../protocol/ids.ts'
import { type MessageKind, type MessageRate, rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import type { Addressee } from '../../../protocol/page-edge/messages.ts'
import type { PageParams, PageResult } from '../../../protocol/page-edge/requests.ts'
import type { OpenedMessage, OpenedSending } from '../encryption/opened.ts'
import type { RoomSignalling } from '../encryption/room-signalling.ts'
import { messagesOf } from '../room-state/message-log.ts'
import type { Input, RoomState } from '../room-state/room-state.ts'

/** What people in the room send each other, by kind; what a payload means is each feature's own. */
export interface RoomMessages {
  /** Whether all that was said before one came is known. */
  readonly caughtUp: ReadonlySignal<boolean>
  /** What our votes are counted by; null where nothing is known but who we are this time. */
  readonly voter: ReadonlySignal<VoterId | null>
  /** What holds of a kind, in the room's order, one's own included; the same signal for the same kind. */
  of(kind: MessageKind): ReadonlySignal<readonly OpenedMessage[]>
  /** Calls `hear` with each message of a kind as it comes, not with one's own or earlier ones, until the returned function is called. */
  listen(kind: MessageKind, hear: (message: OpenedMessage) => void): () => void
  /**
   * Sends, and resolves with the message as the room has it: in the order of the calls, whatever happens to sockets meanwhile,
   * but for files, whose parts know their places. Rejects with a ProtocolError.
   */
  send(kind: MessageKind, addressee: Addressee, payload: string, more?: SendOptions): Promise<OpenedMessage>
  /** Takes back one's own latest message of a kind, or, as a moderator, another's. Rejects with a ProtocolError. */
  clear(kind: MessageKind, peer: PeerId): Promise<void>
}

/** What a message may say beside its payload: that it stands for all earlier ones of its kind up to a number. */
export interface SendOptions extends Pick<PageParams<'send-message'>, 'upTo'> {
  /** The message's own name, where it may have been sent before: then it is the same one (C6). */
  readonly once?: SendId
}

interface MessagesOfRoomOptions {
  readonly state: ReadonlySignal<RoomState>
  readonly signalling: Pick<RoomSignalling, 'send' | 'clear' | 'history'>
  readonly dispatch: (input: Input) => void
}

/** What people send each other, over one stay in a room. */
export class MessagesOfRoom implements RoomMessages {
  readonly #options: MessagesOfRoomOptions
  readonly #caughtUp = signal(false)
  readonly #voter: ReadonlySignal<VoterId | null>
  readonly #byKind = new Map<MessageKind, ReadonlySignal<readonly OpenedMessage[]>>()
  readonly #listeners = new Map<MessageKind, Set<(message: OpenedMessage) => void>>()
  /** The last that was sent of the kinds that share a rate: the next one waits for its answer, so that none overtakes another. */
  readonly #lastOf = new Map<MessageRate, Promise<unknown>>()

  constructor(options: MessagesOfRoomOptions) {
    this.#options = options
    this.#voter = computed(() => options.state.value.voter)
  }

  get voter(): ReadonlySignal<VoterId | null> {
    return this.#voter
  }

  get caughtUp(): ReadonlySignal<boolean> {
    return this.#caughtUp
  }

  of(kind: MessageKind): ReadonlySignal<readonly OpenedMessage[]> {
    const known =
      this.#byKind.get(kind) ?? computed(() => messagesOf(this.#options.state.value.messages, kind))
    this.#byKind.set(kind, known)
    return known
  }

  listen(kind: MessageKind, hear: (message: OpenedMessage) => void): () => void {
    const listeners = this.#listeners.get(kind) ?? new Set()
    this.#listeners.set(kind, listeners)
    listeners.add(hear)
    return () => listeners.delete(hear)
  }

  /** A message has come. */
  handle(message: OpenedMessage): void {
    for (const hear of this.#listeners.get(message.kind) ?? []) hear(message)
  }

  /** Fetches what was said before one came (C4): after a welcome, when sound and picture are on their way. */
  async catchUp(): Promise<void> {
    this.#caughtUp.value = false
    let after = 0
    let more = true
    while (more) {
      const page = await this.#options.signalling.history(after)
      this.#options.dispatch({ kind: 'local', fact: 'messages-known', messages: page.messages })
      after = page.last ?? after
      more = page.more && page.last !== null
    }
    this.#caughtUp.value = true
  }

  async send(
    kind: MessageKind,
    addressee: Addressee,
    payload: string,
    { once: sendId = newSendId(), upTo }: SendOptions = {},
  ): Promise<OpenedMessage> {
    const standsFor = upTo === undefined ? {} : { upTo }
    const { id, at } = await this.#inTurn(kind, { kind, addressee, payload, sendId, ...standsFor })
    const { self, peers, voter } = this.#options.state.peek()
    const sender = peers.find((peer) => peer.id === self)
    if (!sender) throw new ProtocolError('not-joined', 'sent by somebody who is not here any more')
    const message: OpenedMessage = {
      id,
      from: sender.id,
      name: sender.name,
      ...(sender.role === 'moderator' && { moderator: true }),
      ...(voter !== null && rulesOf(kind).byVoter && { voter }),
      kind,
      addressee,
      at,
      payload,
      ...standsFor,
    }
    this.#options.dispatch({ kind: 'local', fact: 'messages-known', messages: [message] })
    return message
  }

  #inTurn(kind: MessageKind, sending: OpenedSending): Promise<PageResult<'send-message'>> {
    const { rate, kept } = rulesOf(kind)
    const ask = (): Promise<PageResult<'send-message'>> => this.#options.signalling.send(sending)
    if (kept === 'none') return ask()
    const sent = (this.#lastOf.get(rate) ?? Promise.resolve()).then(ask)
    // Whoever sent it hears that it failed; the next message goes none the less.
    const settled = sent.catch(() => undefined)
    this.#lastOf.set(rate, settled)
    return sent
  }

  async clear(kind: MessageKind, peer: PeerId): Promise<void> {
    await this.#options.signalling.clear({ kind, peer })
  }
}
