import type { PeerId } from '../../../protocol/ids.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import { rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import { log } from '../../log.ts'
import type { Audience } from '../core/effects.ts'
import type { RoomState } from '../core/state.ts'
import type { RoomSockets } from './sockets.ts'
import type { RoomStorage } from './storage/storage.ts'

/** What leaves a room towards its pages: answers to one, events to those they are for, and what was missed. */
export class PageOutbox {
  readonly #room: string
  readonly #sockets: RoomSockets
  readonly #storage: RoomStorage

  constructor(room: string, sockets: RoomSockets, storage: RoomStorage) {
    this.#room = room
    this.#sockets = sockets
    this.#storage = storage
  }

  send(peer: PeerId, frame: object): void {
    const socket = this.#sockets.of(peer)
    if (socket) this.#sockets.send(socket, JSON.stringify(frame))
  }

  /** Keeps an event for those who resume, and sends it to those of `state` whom it is for. */
  tell(state: RoomState, seq: number, audience: Audience, data: PageEvent): void {
    if (!isFleeting(data)) this.#storage.events.append(seq, audience, data)
    if (!UNLOGGED.includes(data.event)) log.info(data.event, { room: this.#room, seq })
    const text = JSON.stringify({ seq, data })
    for (const peer of state.peers.values()) {
      const meant = 'only' in audience ? peer.id === audience.only : peer.id !== audience.except
      const socket = meant && peer.announced ? this.#sockets.of(peer.id) : undefined
      if (socket) this.#sockets.send(socket, text)
    }
  }

  /** Answers a join with what was missed since event `after`. */
  replay(peer: PeerId, request: number, after: number): void {
    this.#answer(peer, request, `{"kind":"resumed","missed":${this.#storage.events.after(after, peer)}}`)
  }

  /** Answers with the kept messages after number `after` that are for this person. */
  history(peer: PeerId, request: number, after: number): void {
    this.#answer(peer, request, this.#storage.messages.for(peer, after))
  }

  /** @param result - In JSON: what is long, and was read once, need not be read again to be passed on. */
  #answer(peer: PeerId, request: number, result: string): void {
    const socket = this.#sockets.of(peer)
    if (socket) this.#sockets.send(socket, `{"id":${request},"result":${result}}`)
  }
}

/** One line for each person's consumer or message, or for each change of the group, would say nothing more. */
const UNLOGGED: readonly PageEvent['event'][] = ['producer-added', 'message', 'group-changed']

/** What is of the moment only is never written to disk (C7): who was cut off meanwhile has missed it. */
const isFleeting = (event: PageEvent): boolean =>
  event.event === 'message' && rulesOf(event.message.kind).kept === 'none'
