import { DurableObject } from 'cloudflare:workers'
import { ProtocolError } from '../../protocol/errors.ts'
import { type NodeId, newResumeToken } from '../../protocol/ids.ts'
import { MAX_BAD_MESSAGES, PAGE_MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { readPageRequest } from '../../protocol/page-frames.ts'
import type { PageRequest } from '../../protocol/page-requests.ts'
import { rulesOf } from '../../protocol/relay-kinds.ts'
import type { Env } from '../env.ts'
import { log } from '../log.ts'
import { closeNormally, closeWith, errorFrame, sendIfOpen } from '../socket/close-socket.ts'
import { textMessage } from '../socket/text-message.ts'
import type { RoomEffect } from './effects.ts'
import type { RoomInput } from './inputs.ts'
import { nextDue } from './presence.ts'
import { RoomErrands } from './room-errands.ts'
import { RoomOutbox } from './room-outbox.ts'
import { RoomSockets } from './room-sockets.ts'
import { RoomStorage } from './room-storage.ts'
import { emptyRoom, type RoomState } from './state.ts'
import { step } from './step.ts'

/** What anybody may know of a room without entering it. */
export interface RoomDescription {
  readonly exists: boolean
  readonly locked: boolean
}

/** The shell of a room: sockets, storage and alarms around the pure `step`. */
export class RoomObject extends DurableObject<Env> {
  readonly #storage: RoomStorage
  readonly #sockets: RoomSockets
  readonly #outbox: RoomOutbox
  readonly #errands: RoomErrands
  #state: RoomState
  /** Undefined until it was set by this life of the object; an alarm too many does no harm. */
  #alarmAt: number | null | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#storage = new RoomStorage(ctx.storage)
    this.#sockets = new RoomSockets(ctx)
    this.#outbox = new RoomOutbox(ctx.id.toString(), this.#sockets, this.#storage)
    this.#errands = new RoomErrands(ctx, env, (input) => this.#take(input))
    this.#state = this.#storage.load()
    this.#take({ on: 'woke', connected: this.#sockets.connected() })
  }

  /** A page's WebSocket. */
  override fetch(): Response {
    const { 0: client, 1: server } = new WebSocketPair()
    this.#sockets.accept(server, Date.now())
    this.#setAlarm()
    return new Response(null, { status: 101, webSocket: client })
  }

  describe(): RoomDescription {
    return { exists: this.#state.peers.size > 0, locked: this.#state.head.locked }
  }

  /** The node, or the part of it that held this room, is gone. */
  mediaLost(node: NodeId): void {
    this.#take({ on: 'media-lost', node })
  }

  /** There is a node for a room that waits for one. */
  nodeAvailable(): void {
    this.#take({ on: 'node-available' })
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    let request: number | null = null
    try {
      if (!this.#sockets.mayReceive(socket, Date.now()))
        throw new ProtocolError('rate-limited', 'too many messages')
      const text = textMessage(message, PAGE_MESSAGE_MAX_BYTES)
      const read = readPageRequest(text, (id) => {
        request = id
      })
      this.#serve(socket, read.id, read.request)
    } catch (thrown) {
      this.#refuseMessage(socket, request, thrown)
    }
  }

  #serve(socket: WebSocket, request: number, asked: PageRequest): void {
    const { peer, joined } = this.#sockets.identity(socket)
    if (
      asked.name === 'send' &&
      !this.#sockets.mayRelay(socket, rulesOf(asked.params.kind).rate, Date.now())
    ) {
      return this.#outbox.send(peer, {
        id: request,
        error: new ProtocolError('rate-limited', 'too many messages').toWire(),
      })
    }
    if (asked.name !== 'join') return this.#take({ on: 'request', peer, request, asked })
    if (joined) throw new ProtocolError('already-joined', 'this socket has joined')
    this.#sockets.markJoined(socket)
    this.#take({ on: 'join', peer, token: newResumeToken(), request, params: asked.params })
  }

  /** A typed error for every bad message, and the end of the socket for the last of them; nobody else notices (G1). */
  #refuseMessage(socket: WebSocket, request: number | null, thrown: unknown): void {
    const error = ProtocolError.from(thrown)
    if (error.code === 'internal') log.error('message-failed', thrown, { room: this.ctx.id.toString() })
    const frame =
      request === null ? errorFrame(error) : JSON.stringify({ id: request, error: error.toWire() })
    sendIfOpen(socket, frame)
    if (error.code === 'message-too-large' || this.#sockets.strike(socket) >= MAX_BAD_MESSAGES) {
      closeWith(socket, error)
      this.#socketGone(socket, false)
    }
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    closeNormally(socket)
    this.#socketGone(socket, code === 1001)
  }

  override webSocketError(socket: WebSocket, thrown: unknown): void {
    log.warn('socket-failed', { room: this.ctx.id.toString(), error: String(thrown) })
    this.#socketGone(socket, false)
  }

  #socketGone(socket: WebSocket, goingAway: boolean): void {
    const peer = this.#sockets.forget(socket)
    if (peer) this.#take({ on: 'socket-closed', peer, goingAway })
  }

  override alarm(): void {
    this.#alarmAt = null
    for (const peer of this.#sockets.closeOverdue(Date.now())) {
      this.#take({ on: 'socket-closed', peer, goingAway: false })
    }
    this.#take({ on: 'alarm' })
  }

  /** One step: the new state is written before its effects are carried out; the output gate holds them until it is. */
  #take(input: RoomInput): void {
    const before = this.#state
    const { state, effects } = step(before, input, Date.now())
    this.#state = state
    this.#storage.save(before, state)
    for (const effect of effects) this.#carryOut(effect)
    this.#setAlarm()
  }

  #carryOut(effect: RoomEffect): void {
    switch (effect.do) {
      case 'answer':
        return this.#outbox.send(effect.peer, { id: effect.request, result: effect.result })
      case 'refuse':
        return this.#outbox.send(effect.peer, { id: effect.request, error: effect.error })
      case 'tell':
        return this.#outbox.tell(this.#state, effect.seq, effect.audience, effect.event)
      case 'replay':
        return this.#outbox.replay(effect.peer, effect.request, effect.after)
      case 'history':
        return this.#outbox.history(effect.peer, effect.request, effect.moderator, effect.after)
      case 'keep':
        return this.#storage.keepMessage(effect.message)
      case 'forget':
        return this.#storage.forgetMessages(effect.peer, effect.kind)
      case 'forget-up-to':
        return this.#storage.forgetMessagesUpTo(effect.upTo, effect.kind)
      case 'bind':
        return this.#sockets.bind(effect.from, effect.to)
      case 'close':
        return this.#sockets.close(effect.peer, effect.code)
      case 'place':
        return this.#errands.place()
      case 'ask':
        return this.#errands.ask(effect)
      case 'release':
        return this.#errands.release(effect.node)
      case 'erase':
        return this.#erase()
      default:
        return effect satisfies never
    }
  }

  #erase(): void {
    this.ctx.waitUntil(this.ctx.blockConcurrencyWhile(() => this.#storage.erase()))
    this.#state = emptyRoom
  }

  /** The alarm stands at whatever is due next. */
  #setAlarm(): void {
    const due = [nextDue(this.#state), this.#sockets.nextDeadline()].filter((at) => at !== null)
    const at = due.length > 0 ? Math.min(...due) : null
    const unknown = this.#alarmAt === undefined
    if (at === this.#alarmAt || (unknown && at === null)) return
    this.#alarmAt = at
    this.ctx.waitUntil(at === null ? this.ctx.storage.deleteAlarm() : this.ctx.storage.setAlarm(at))
  }
}
