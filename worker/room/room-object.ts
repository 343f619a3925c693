import { DurableObject } from 'cloudflare:workers'
import * as v from 'valibot'
import { ProtocolError } from '../../protocol/errors.ts'
import { MediaRoomId, type NodeId, newResumeToken, type PeerId } from '../../protocol/ids.ts'
import { MAX_BAD_MESSAGES, PAGE_MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import type { PageEvent } from '../../protocol/page-events.ts'
import { readPageRequest } from '../../protocol/page-frames.ts'
import type { PageRequest } from '../../protocol/page-requests.ts'
import { directoryOf, type Env } from '../env.ts'
import { log } from '../log.ts'
import type { NodeObject } from '../node/node-object.ts'
import { closeNormally, closeWith, errorFrame, sendIfOpen } from '../socket/close-socket.ts'
import { textMessage } from '../socket/text-message.ts'
import type { Audience, RoomEffect } from './effects.ts'
import type { RoomInput } from './inputs.ts'
import { nextDue } from './presence.ts'
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
  #state: RoomState
  /** Undefined until it was set by this life of the object; an alarm too many does no harm. */
  #alarmAt: number | null | undefined
  /** Nodes' answers are taken in the order of the questions, as `step` expects. */
  #answers: Promise<void> = Promise.resolve()

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#storage = new RoomStorage(ctx.storage)
    this.#sockets = new RoomSockets(ctx)
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
    if (asked.name === 'send' && !this.#sockets.mayRelay(socket, Date.now())) {
      return this.#send(peer, {
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
        return this.#send(effect.peer, { id: effect.request, result: effect.result })
      case 'refuse':
        return this.#send(effect.peer, { id: effect.request, error: effect.error })
      case 'tell':
        return this.#tell(effect.seq, effect.audience, effect.event)
      case 'replay':
        return this.#replay(effect.peer, effect.request, effect.after)
      case 'keep':
        return this.#storage.keepMessage(effect.message)
      case 'forget':
        return this.#storage.forgetMessages(effect.peer, effect.kind)
      case 'history': {
        const messages = this.#storage.messagesFor(effect.peer, effect.moderator)
        return this.#send(effect.peer, { id: effect.request, result: { messages } })
      }
      case 'bind':
        return this.#sockets.bind(effect.from, effect.to)
      case 'close':
        return this.#close(effect)
      case 'place':
        return this.#place()
      case 'ask':
        return this.#ask(effect)
      case 'release':
        return this.#release(effect.node)
      case 'erase':
        return this.#erase()
      default:
        return effect satisfies never
    }
  }

  #send(peer: PeerId, frame: object): void {
    const socket = this.#sockets.of(peer)
    if (socket) sendIfOpen(socket, JSON.stringify(frame))
  }

  #tell(seq: number, audience: Audience, data: PageEvent): void {
    this.#storage.appendEvent(seq, audience, data)
    const text = JSON.stringify({ seq, data })
    if (data.event !== 'producer-added' && data.event !== 'relayed')
      log.info(data.event, { room: this.ctx.id.toString(), seq })
    for (const peer of this.#state.peers.values()) {
      const meant = 'only' in audience ? peer.id === audience.only : peer.id !== audience.except
      const socket = meant && peer.announced ? this.#sockets.of(peer.id) : undefined
      if (socket) sendIfOpen(socket, text)
    }
  }

  #replay(peer: PeerId, request: number, after: number): void {
    this.#send(peer, {
      id: request,
      result: { kind: 'resumed', missed: this.#storage.eventsAfter(after, peer) },
    })
  }

  #close({ peer, code }: Extract<RoomEffect, { do: 'close' }>): void {
    const socket = this.#sockets.of(peer)
    if (!socket) return
    this.#sockets.forget(socket)
    if (code === null) closeNormally(socket)
    else closeWith(socket, new ProtocolError(code, code))
  }

  #place(): void {
    const sought = directoryOf(this.env)
      .place(this.ctx.id.toString())
      .then(
        (node) => this.#take({ on: 'placed', node }),
        (thrown: unknown) => {
          log.error('placement-failed', thrown, { room: this.ctx.id.toString() })
          this.#take({ on: 'placed', node: null })
        },
      )
    this.ctx.waitUntil(sought)
  }

  #node(node: NodeId): DurableObjectStub<NodeObject> {
    return this.env.NODES.get(this.env.NODES.idFromName(node))
  }

  get #mediaRoom(): MediaRoomId {
    return v.parse(MediaRoomId, this.ctx.id.toString())
  }

  #ask({ node, ops, pending }: Extract<RoomEffect, { do: 'ask' }>): void {
    const asked = this.#node(node).request(this.#mediaRoom, ops)
    this.#answers = this.#answers.then(async () => {
      const answer = await asked.catch((thrown: unknown) => {
        log.error('node-question-failed', thrown, { room: this.#mediaRoom, node })
        return {
          ok: false as const,
          error: new ProtocolError('media-failed', 'the node could not be asked').toWire(),
        }
      })
      if (answer.ok) this.#take({ on: 'node-answered', pending, outcomes: answer.outcomes })
      else this.#take({ on: 'node-failed', node, pending, error: answer.error })
    })
    this.ctx.waitUntil(this.#answers)
  }

  #release(node: NodeId): void {
    const released = this.#node(node)
      .release(this.#mediaRoom)
      .catch((thrown: unknown) => log.error('release-failed', thrown, { room: this.#mediaRoom, node }))
    this.ctx.waitUntil(released)
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
