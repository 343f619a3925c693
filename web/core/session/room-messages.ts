import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { ProtocolError } from '../../../protocol/errors.ts'
import { newSendId, type PeerId, type SendId, type VoterId } from '../../../protocol/ids.ts'
import type { PageParams, PageResult } from '../../../protocol/page-requests.ts'
import type { Addressee, RelayedMessage } from '../../../protocol/relay.ts'
import { type RelayKind, type RelayRate, rulesOf } from '../../../protocol/relay-kinds.ts'
import { messagesOf } from '../room-state/message-log.ts'
import type { Input, RoomState } from '../room-state/room-state.ts'
import type { Ask } from '../signalling/signal-connection.ts'

/** What people in the room send each other, by kind; what a payload means is each feature's own. */
export interface RoomMessages {
  /** Whether all that was said before one came is known. */
  readonly caughtUp: ReadonlySignal<boolean>
  /** What our votes are counted by; null where nothing is known but who we are this time. */
  readonly voter: ReadonlySignal<VoterId | null>
  /** What holds of a kind, in the room's order, one's own included; the same signal for the same kind. */
  messages(kind: RelayKind): ReadonlySignal<readonly RelayedMessage[]>
  /** Calls `hear` with each message of a kind as it comes, not with one's own or earlier ones, until the returned function is called. */
  listen(kind: RelayKind, hear: (message: RelayedMessage) => void): () => void
  /**
   * Sends, and resolves with the message as the room has it: in the order of the calls, whatever happens to sockets meanwhile,
   * but for files, whose parts know their places. Rejects with a ProtocolError.
   */
  send(kind: RelayKind, addressee: Addressee, payload: string, more?: SendOptions): Promise<RelayedMessage>
  /** Takes back one's own latest message of a kind, or, as a moderator, another's. Rejects with a ProtocolError. */
  clear(kind: RelayKind, peer: PeerId): Promise<void>
}

/** What a message may say beside its payload: that it stands for all earlier ones of its kind up to a number. */
export interface SendOptions extends Pick<PageParams<'send'>, 'upTo'> {
  /** The message's own name, where it may have been sent before: then it is the same one (C6). */
  readonly once?: SendId
}

interface RelayOfRoomOptions {
  readonly state: ReadonlySignal<RoomState>
  readonly ask: Ask
  readonly dispatch: (input: Input) => void
}

/** The relay over one stay in a room. */
export class MessagesOfRoom implements RoomMessages {
  readonly #options: RelayOfRoomOptions
  readonly #caughtUp = signal(false)
  readonly #voter: ReadonlySignal<VoterId | null>
  readonly #byKind = new Map<RelayKind, ReadonlySignal<readonly RelayedMessage[]>>()
  readonly #listeners = new Map<RelayKind, Set<(message: RelayedMessage) => void>>()
  /** The last that was sent of the kinds that share a rate: the next one waits for its answer, so that none overtakes another. */
  readonly #lastOf = new Map<RelayRate, Promise<unknown>>()

  constructor(options: RelayOfRoomOptions) {
    this.#options = options
    this.#voter = computed(() => options.state.value.voter)
  }

  get voter(): ReadonlySignal<VoterId | null> {
    return this.#voter
  }

  get caughtUp(): ReadonlySignal<boolean> {
    return this.#caughtUp
  }

  messages(kind: RelayKind): ReadonlySignal<readonly RelayedMessage[]> {
    const known = this.#byKind.get(kind) ?? computed(() => messagesOf(this.#options.state.value.relay, kind))
    this.#byKind.set(kind, known)
    return known
  }

  listen(kind: RelayKind, hear: (message: RelayedMessage) => void): () => void {
    const listeners = this.#listeners.get(kind) ?? new Set()
    this.#listeners.set(kind, listeners)
    listeners.add(hear)
    return () => listeners.delete(hear)
  }

  /** A message has come. */
  handle(message: RelayedMessage): void {
    for (const hear of this.#listeners.get(message.kind) ?? []) hear(message)
  }

  /** Fetches what was said before one came (C4): after a welcome, when sound and picture are on their way. */
  async catchUp(): Promise<void> {
    this.#caughtUp.value = false
    let after = 0
    let more = true
    while (more) {
      const page = await this.#options.ask('relay-history', { after })
      this.#options.dispatch({ kind: 'local', fact: 'relay-known', messages: page.messages })
      const last = page.messages.at(-1)
      after = last?.id ?? after
      more = page.more && last !== undefined
    }
    this.#caughtUp.value = true
  }

  async send(
    kind: RelayKind,
    addressee: Addressee,
    payload: string,
    { once = newSendId(), ...more }: SendOptions = {},
  ): Promise<RelayedMessage> {
    const { id, at } = await this.#inTurn(kind, { kind, addressee, payload, once, ...more })
    const { self, peers, voter } = this.#options.state.peek()
    const sender = peers.find((peer) => peer.id === self)
    if (!sender) throw new ProtocolError('not-joined', 'sent by somebody who is not here any more')
    const message: RelayedMessage = {
      id,
      from: sender.id,
      name: sender.name,
      ...(sender.role === 'moderator' && { moderator: true }),
      ...(voter !== null && rulesOf(kind).byVoter && { voter }),
      kind,
      addressee,
      at,
      payload,
      ...more,
    }
    this.#options.dispatch({ kind: 'local', fact: 'relay-known', messages: [message] })
    return message
  }

  #inTurn(kind: RelayKind, params: PageParams<'send'>): Promise<PageResult<'send'>> {
    const { rate, kept } = rulesOf(kind)
    const ask = (): Promise<PageResult<'send'>> => this.#options.ask('send', params)
    if (kept === 'none') return ask()
    const sent = (this.#lastOf.get(rate) ?? Promise.resolve()).then(ask)
    const settled = sent.catch(() => undefined)
    this.#lastOf.set(rate, settled)
    return sent
  }

  async clear(kind: RelayKind, peer: PeerId): Promise<void> {
    await this.#options.ask('clear-relay', { kind, peer })
  }
}
