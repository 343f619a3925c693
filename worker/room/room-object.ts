import { DurableObject } from 'cloudflare:workers'
import { ProtocolError } from '../../protocol/errors.ts'
import { type NodeId, newResumeToken, type PeerId, type PipeId } from '../../protocol/ids.ts'
import { JOIN_DEADLINE_MS, MAX_BAD_MESSAGES } from '../../protocol/limits.ts'
import type { TurnLevel } from '../../protocol/media/turn.ts'
import type { HeardPage, TurnCount } from '../../protocol/node-edge/events.ts'
import { newTicket } from '../../protocol/page-edge/door.ts'
import { readPageRequest } from '../../protocol/page-edge/read-request.ts'
import type { PageParams, PageRequest } from '../../protocol/page-edge/requests.ts'
import type { Env } from '../env.ts'
import { type AddressKey, addressHashOf, newAddressKey } from '../http/address-hash.ts'
import { clientNetwork, clientSite } from '../http/client-network.ts'
import { errorResponse } from '../http/error-response.ts'
import { log } from '../log.ts'
import { geographicHint, roughly } from '../placement/geographic-hint.ts'
import { turnBudgets } from '../turn/turn-config.ts'
import { waits } from '../waits.ts'
import { closeNormally, errorFrame } from '../websocket/close-socket.ts'
import type { InputOf, RoomInput, Sending } from './core/inputs.ts'
import type { RoomWaits } from './core/room-waits.ts'
import { nextDue } from './core/schedule.ts'
import { emptyRoom, type RoomState } from './core/state.ts'
import { step } from './core/step.ts'
import { verifierOf } from './door/secrets.ts'
import { isListenedTo, isListenedToOtherwise } from './membership/cut-off.ts'
import { RoomAlarm } from './shell/alarm.ts'
import { FiguresReporter } from './shell/figures-reporter.ts'
import { pageMessage, requireFitting } from './shell/page-message.ts'
import { PageOutbox } from './shell/page-outbox.ts'
import { RateLimits } from './shell/rate-limits.ts'
import { RemoteCalls } from './shell/remote-calls.ts'
import { waitToAsk } from './shell/request-rates.ts'
import { type RoomShell, runEffect } from './shell/run-effect.ts'
import { SocketLiveness } from './shell/socket-liveness.ts'
import { RoomSockets } from './shell/sockets.ts'
import { ROOM_UPGRADES, type RoomUpgrade } from './shell/storage/room-upgrades.ts'
import { RoomStorage } from './shell/storage/storage.ts'

/** The shell of a room: sockets, storage and alarms around the pure `step`. */
export class RoomObject extends DurableObject<Env> {
  readonly #storage: RoomStorage
  readonly #sockets: RoomSockets
  readonly #liveness: SocketLiveness
  readonly #pageOutbox: PageOutbox
  readonly #rateLimits = new RateLimits()
  readonly #shell: RoomShell
  readonly #figures: FiguresReporter
  /** How many bytes of this room may go through TURN servers; null for no limit. */
  readonly #turnBudget: number | null
  readonly #waits: RoomWaits
  #state: RoomState
  /** The room's own, from the disk or for its first join. */
  readonly #addressKey: AddressKey
  readonly #alarm: RoomAlarm

  /** @param upgrades - What becomes of a room that an earlier version of the edge stored. */
  constructor(ctx: DurableObjectState, env: Env, upgrades: readonly RoomUpgrade[] = ROOM_UPGRADES) {
    super(ctx, env)
    this.#storage = new RoomStorage(ctx.storage, upgrades)
    this.#alarm = new RoomAlarm(ctx)
    this.#sockets = new RoomSockets(ctx)
    this.#liveness = new SocketLiveness(ctx, this.#sockets, (peer) => {
      const state = this.#state.peers.get(peer)
      return state !== undefined && isListenedTo(state)
    })
    this.#pageOutbox = new PageOutbox(ctx.id.toString(), this.#sockets, this.#storage)
    this.#turnBudget = turnBudgets(env).room
    this.#waits = waits(env)
    const setTurnLevel = (month: TurnLevel): void =>
      this.#apply({ on: 'turn-level-set', month, budget: this.#turnBudget })
    this.#shell = {
      storage: this.#storage,
      sockets: this.#sockets,
      liveness: this.#liveness,
      pageOutbox: this.#pageOutbox,
      remoteCalls: new RemoteCalls(ctx, env, this.#sockets, (input) => this.#apply(input), setTurnLevel),
      postpone: (input, forMs) => this.#postpone(input, forMs),
      erase: (keepDoor) => this.#erase(keepDoor),
    }
    this.#state = this.#storage.load(Date.now())
    // What it counted is brought up to date with all else.
    this.#figures = new FiguresReporter(ctx, env, setTurnLevel)
    this.#addressKey = this.#state.head.addressKey ?? newAddressKey()
    for (const node of this.#storage.abandonedNodes) this.#shell.remoteCalls.release(node)
    this.#apply({ on: 'woke', connected: this.#sockets.connected() })
  }

  /** A page's WebSocket. */
  override fetch(request: Request): Response {
    const network = clientNetwork(request)
    const hashed = (prefix: string | null) =>
      prefix === null ? null : addressHashOf(prefix, this.#addressKey)
    const from = { address: hashed(network), site: hashed(clientSite(request)) }
    if (this.#sockets.isCrowded(from)) return errorResponse(tooMany(JOIN_DEADLINE_MS))
    const near = roughly(geographicHint(request.cf))
    const { 0: client, 1: server } = new WebSocketPair()
    this.#sockets.accept(server, network, { ...from, near }, Date.now())
    this.#setAlarm()
    return new Response(null, { status: 101, webSocket: client })
  }

  /** The node, or the part of it that held this room, is gone. */
  nodeLost(node: NodeId): void {
    this.#apply({ on: 'node-lost', node })
  }

  /** A node that carries this room has counted what went through TURN servers. */
  turnCounted(node: NodeId, counted: TurnCount): void {
    this.#apply({ on: 'turn-counted', node, counted, budget: this.#turnBudget })
  }

  /** A node hears nothing of the other end of a pipe. */
  pipeSilent(node: NodeId, pipe: PipeId): void {
    this.#apply({ on: 'pipe-silent', node, pipe })
  }

  /** A node that carries this room hears nothing of some pages any more, or hears them again. */
  pagesHeard(node: NodeId, pages: readonly Omit<HeardPage, 'room'>[]): void {
    this.#apply({ on: 'pages-heard', node, pages })
  }

  /** A node that carries this room is about to go. */
  nodeDraining(node: NodeId): void {
    this.#apply({ on: 'node-draining', node })
  }

  /** There is a node for a room that waits for one. */
  nodeAvailable(): void {
    this.#apply({ on: 'node-available' })
  }

  /** A message; of a socket that is not ours any more it is not even read. */
  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    if (!this.#sockets.isOurs(socket)) return
    let request: number | null = null
    try {
      const waitMs = this.#sockets.waitToReceive(socket, Date.now())
      if (waitMs > 0) throw tooMany(waitMs)
      const { peer, protocol } = this.#sockets.identity(socket)
      const text = pageMessage(message, this.#mayCommit(peer))
      const onId = (id: number): void => {
        request = id
      }
      const read = readPageRequest(text, onId, protocol)
      requireFitting(text, read.request.name)
      if (read.protocol !== protocol) this.#sockets.change(socket, { protocol: read.protocol })
      this.#serve(socket, read.id, read.request)
    } catch (thrown) {
      this.#refuseMessage(socket, request, thrown)
    }
  }

  /** Whether they are in an encrypted room, which alone has a group. */
  #mayCommit(peer: PeerId): boolean {
    return this.#state.head.door.link !== null && this.#state.peers.has(peer)
  }

  #serve(socket: WebSocket, request: number, asked: PageRequest): void {
    const { peer } = this.#sockets.identity(socket)
    const known = this.#known(asked)
    const waitMs = known ? 0 : this.#waitToAsk(socket, asked)
    if (waitMs > 0) {
      this.#figures.refused('rate-limited')
      return this.#pageOutbox.send(peer, { id: request, error: tooMany(waitMs).toWire() })
    }
    switch (asked.name) {
      case 'join':
        return this.#join(socket, request, asked.params)
      case 'claim-secret': {
        const { address, site } = this.#sockets.identity(socket)
        const from = { address, site, addressKey: this.#addressKey }
        return this.#apply({ on: asked.name, peer, ...from, waited: false, request, params: asked.params })
      }
      case 'set-password': {
        const { password } = asked.params
        return this.#apply({ on: asked.name, peer, request, password: password && verifierOf(password) })
      }
      default:
        return this.#apply({ on: 'request', peer, request, asked, known })
    }
  }

  /** What a sending became that comes again: it costs nobody anything. */
  #known(asked: PageRequest): Sending | null {
    const sendId = asked.name === 'send-message' ? asked.params.sendId : undefined
    return sendId === undefined ? null : this.#storage.messages.sent(sendId)
  }

  /** How long that request has to wait (ms); counted where that is 0. */
  #waitToAsk(socket: WebSocket, asked: PageRequest): number {
    const { peer, address } = this.#sockets.identity(socket)
    const token = asked.name === 'join' ? asked.params.resume?.token : undefined
    const resumed = [...this.#state.peers.values()].find((each) => each.token === token)
    return waitToAsk(this.#rateLimits, asked, { peer, address, resumes: resumed?.id ?? null }, Date.now())
  }

  #join(socket: WebSocket, request: number, params: PageParams<'join'>): void {
    const { peer, joined, address, site } = this.#sockets.identity(socket)
    // Who was let in from the lobby joins again.
    if (joined && !this.#state.waiting.has(peer))
      throw new ProtocolError('already-joined', 'this socket has joined')
    this.#sockets.markJoined(socket)
    const fresh = { token: newResumeToken(), ticket: newTicket() }
    const from = { address, site, addressKey: this.#addressKey, heldAfter: this.#storage.events.heldAfter() }
    this.#apply({ on: 'join', peer, ...fresh, ...from, waited: false, request, params })
  }

  /** In memory alone: whoever waits asks again where this object ends before. */
  #postpone(input: InputOf<'join'> | InputOf<'claim-secret'>, forMs: number): void {
    setTimeout(() => {
      if (!this.#sockets.of(input.peer)) return
      const heldAfter = this.#storage.events.heldAfter()
      this.#apply(input.on === 'join' ? { ...input, heldAfter } : input)
    }, forMs)
  }

  /** A typed error for every bad message, and the end of the socket for the last of them; nobody else notices (G1). */
  #refuseMessage(socket: WebSocket, request: number | null, thrown: unknown): void {
    const error = ProtocolError.from(thrown)
    if (error.code === 'internal') log.error('message-failed', thrown, { room: this.ctx.id.toString() })
    this.#figures.refused(error.code)
    const frame =
      request === null ? errorFrame(error) : JSON.stringify({ id: request, error: error.toWire() })
    this.#sockets.send(socket, frame)
    if (error.code === 'message-too-large' || this.#sockets.strike(socket) >= MAX_BAD_MESSAGES) {
      // Of a request's answer nobody looks at the code to see why the socket closes.
      if (request !== null) this.#sockets.send(socket, errorFrame(error))
      const peer = this.#sockets.end(socket, error)
      if (peer) this.#apply({ on: 'socket-closed', peer, goingAway: false })
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
    if (peer) this.#apply({ on: 'socket-closed', peer, goingAway })
  }

  /**
   * What was due when it should ring is done, should it ring early: one that is set again at the same time while it rings would
   * not ring again.
   */
  override alarm(info?: AlarmInvocationInfo): void {
    this.#alarm.rang()
    const now = Math.max(Date.now(), info?.scheduledTime ?? 0)
    for (const { peer, heardAt } of this.#liveness.closeOverdue(now)) {
      this.#apply({ on: 'socket-closed', peer, goingAway: false, heardAt }, now)
    }
    this.#apply({ on: 'alarm' }, now)
  }

  /** One step: the new state is written before its effects are carried out; the output gate holds them until it is. */
  #apply(input: RoomInput, now = Date.now()): void {
    const before = this.#state
    const { state, effects } = step(before, input, now, this.#waits)
    this.#state = state
    if (isListenedToOtherwise(before, state)) this.#liveness.recalculate()
    this.#liveness.checkSilent(now)
    this.#storage.save(before, state)
    this.#figures.count({ before, input, after: state, effects })
    for (const effect of effects) runEffect(effect, this.#shell, state)
    this.#setAlarm()
  }

  /** Nothing of the room stays on disk; or its door alone, which is all that the state still holds then. */
  #erase(keepDoor: boolean): void {
    if (!keepDoor) this.#state = emptyRoom
    const erased = this.#figures.keepThrough(() => this.#storage.erase(this.#state))
    this.ctx.waitUntil(this.ctx.blockConcurrencyWhile(() => erased))
    this.#alarm.erased()
  }

  #setAlarm(): void {
    this.#alarm.set(
      [nextDue(this.#state, this.#waits), this.#liveness.nextDeadline()].filter((at) => at !== null),
    )
  }
}

/** What never fits is refused without saying when to come back. */
const tooMany = (waitMs: number): ProtocolError =>
  new ProtocolError('rate-limited', 'too many messages', {
    retryAfterMs: Number.isFinite(waitMs) ? waitMs : undefined,
  })
