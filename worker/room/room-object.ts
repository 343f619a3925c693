import { DurableObject } from 'cloudflare:workers'
import { newTicket } from '../../protocol/door.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { type NodeId, newResumeToken, type PipeId } from '../../protocol/ids.ts'
import { MAX_BAD_MESSAGES, PAGE_MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import type { HeardPage, RelayedCount } from '../../protocol/node-events.ts'
import { readPageRequest } from '../../protocol/page-frames.ts'
import type { PageParams, PageRequest } from '../../protocol/page-requests.ts'
import { rulesOf } from '../../protocol/relay-kinds.ts'
import type { TurnLevel } from '../../protocol/turn.ts'
import type { Env } from '../env.ts'
import { clientNetwork, clientSite } from '../http/client-network.ts'
import { log } from '../log.ts'
import { geographicHint, roughly } from '../placement/geographic-hint.ts'
import { turnBudgets } from '../turn/turn-config.ts'
import { closeNormally, errorFrame, sendIfOpen } from '../websocket/close-socket.ts'
import { textMessage } from '../websocket/text-message.ts'
import type { InputOf, RoomInput, Sending } from './core/inputs.ts'
import { nextDue } from './core/schedule.ts'
import { emptyRoom, type RoomState } from './core/state.ts'
import { step } from './core/step.ts'
import { type AddressKey, addressHashOf, newAddressKey, verifierOf } from './door/secrets.ts'
import { isListenedTo, isListenedToOtherwise } from './membership/cut-off.ts'
import { FiguresReporter } from './shell/figures-reporter.ts'
import { ROOM_MIGRATIONS, type RoomMigration } from './shell/migrations.ts'
import { PageOutbox } from './shell/page-outbox.ts'
import { RateLimits } from './shell/rate-limits.ts'
import { RemoteCalls } from './shell/remote-calls.ts'
import { type RoomShell, runEffect } from './shell/run-effect.ts'
import { RoomSockets } from './shell/sockets.ts'
import { RoomStorage } from './shell/storage.ts'

/** The shell of a room: sockets, storage and alarms around the pure `step`. */
export class RoomObject extends DurableObject<Env> {
  readonly #storage: RoomStorage
  readonly #sockets: RoomSockets
  readonly #pageOutbox: PageOutbox
  readonly #rateLimits = new RateLimits()
  readonly #tools: RoomShell
  readonly #figures: FiguresReporter
  /** How many bytes of this room may go through TURN servers; null for no limit. */
  readonly #turnBudget: number | null
  #state: RoomState
  /** The room's own, from the disk or for its first join. */
  readonly #addressKey: AddressKey
  /** Undefined until it was set by this life of the object; an alarm too many does no harm. */
  #alarmAt: number | null | undefined

  /** @param migrations - What becomes of a room that an earlier version of the edge stored. */
  constructor(ctx: DurableObjectState, env: Env, migrations: readonly RoomMigration[] = ROOM_MIGRATIONS) {
    super(ctx, env)
    this.#storage = new RoomStorage(ctx.storage, migrations)
    this.#sockets = new RoomSockets(ctx, (peer) => {
      const state = this.#state.peers.get(peer)
      return state !== undefined && isListenedTo(state)
    })
    this.#pageOutbox = new PageOutbox(ctx.id.toString(), this.#sockets, this.#storage)
    this.#turnBudget = turnBudgets(env).room
    const setTurnLevel = (month: TurnLevel): void =>
      this.#apply({ on: 'turn-level-set', month, budget: this.#turnBudget })
    this.#tools = {
      storage: this.#storage,
      sockets: this.#sockets,
      pageOutbox: this.#pageOutbox,
      remoteCalls: new RemoteCalls(ctx, env, this.#sockets, (input) => this.#apply(input), setTurnLevel),
      postpone: (join, forMs) => this.#postpone(join, forMs),
      erase: (keepDoor) => this.#erase(keepDoor),
    }
    this.#state = this.#storage.load(Date.now())
    // What it counted is brought up to date with all else.
    this.#figures = new FiguresReporter(ctx, env, setTurnLevel)
    this.#addressKey = this.#state.head.addressKey ?? newAddressKey()
    this.#apply({ on: 'woke', connected: this.#sockets.connected() })
  }

  /** A page's WebSocket. */
  override fetch(request: Request): Response {
    const { 0: client, 1: server } = new WebSocketPair()
    const network = clientNetwork(request)
    const hashed = (prefix: string | null) =>
      prefix === null ? null : addressHashOf(prefix, this.#addressKey)
    const from = { address: hashed(network), site: hashed(clientSite(request)) }
    const near = roughly(geographicHint(request.cf))
    this.#sockets.accept(server, network, { ...from, near }, Date.now())
    this.#setAlarm()
    return new Response(null, { status: 101, webSocket: client })
  }

  /** The node, or the part of it that held this room, is gone. */
  nodeLost(node: NodeId): void {
    this.#apply({ on: 'node-lost', node })
  }

  /** A node that carries this room has counted what it relays of it. */
  turnCounted(node: NodeId, counted: RelayedCount): void {
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
    const once = asked.name === 'send' ? asked.params.once : undefined
    return once === undefined ? null : this.#storage.sending(once)
  }

  /** How long a person has to wait for that of what costs the others, or a node (ms); counted where that is 0. */
  #waitToAsk(socket: WebSocket, asked: PageRequest): number {
    const now = Date.now()
    const { peer, address } = this.#sockets.identity(socket)
    switch (asked.name) {
      case 'send': {
        const { kind, payload } = asked.params
        return this.#rateLimits.waitToSend(peer, rulesOf(kind).rate, payload.length, now)
      }
      case 'relay-history':
        return this.#rateLimits.waitToReadHistory(peer, now)
      case 'join': {
        const token = asked.params.resume?.token
        const resumed = [...this.#state.peers.values()].find((each) => each.token === token)
        return resumed
          ? this.#rateLimits.waitToResume(resumed.id, now)
          : this.#rateLimits.waitToCome(address, now)
      }
      case 'rename':
        return this.#rateLimits.waitToRename(peer, now)
      case 'view':
        return this.#rateLimits.waitToUseNode(peer, 'view', asked.params.tiles.length, now)
      case 'connect-transport':
      case 'restart-ice':
      case 'renew-media':
      case 'produce':
      case 'doubt-node':
        return this.#rateLimits.waitToUseNode(peer, asked.name, 1, now)
      default:
        return 0
    }
  }

  #join(socket: WebSocket, request: number, params: PageParams<'join'>): void {
    const { peer, joined, address, site } = this.#sockets.identity(socket)
    // Who was let in from the lobby joins again.
    if (joined && !this.#state.waiting.has(peer))
      throw new ProtocolError('already-joined', 'this socket has joined')
    this.#sockets.markJoined(socket)
    const fresh = { token: newResumeToken(), ticket: newTicket() }
    const from = { address, site, addressKey: this.#addressKey, heldAfter: this.#storage.heldAfter() }
    this.#apply({ on: 'join', peer, ...fresh, ...from, waited: false, request, params })
  }

  /** In memory alone: whoever waits asks again where this object ends before. */
  #postpone(join: InputOf<'join'>, forMs: number): void {
    setTimeout(() => {
      if (this.#sockets.of(join.peer)) this.#apply({ ...join, heldAfter: this.#storage.heldAfter() })
    }, forMs)
  }

  /** A typed error for every bad message, and the end of the socket for the last of them; nobody else notices (G1). */
  #refuseMessage(socket: WebSocket, request: number | null, thrown: unknown): void {
    const error = ProtocolError.from(thrown)
    if (error.code === 'internal') log.error('message-failed', thrown, { room: this.ctx.id.toString() })
    this.#figures.refused(error.code)
    const frame =
      request === null ? errorFrame(error) : JSON.stringify({ id: request, error: error.toWire() })
    sendIfOpen(socket, frame)
    if (error.code === 'message-too-large' || this.#sockets.strike(socket) >= MAX_BAD_MESSAGES) {
      // Of a request's answer nobody looks at the code to see why the socket closes.
      if (request !== null) sendIfOpen(socket, errorFrame(error))
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
    this.#alarmAt = null
    const now = Math.max(Date.now(), info?.scheduledTime ?? 0)
    for (const { peer, heardAt } of this.#sockets.closeOverdue(now)) {
      this.#apply({ on: 'socket-closed', peer, goingAway: false, heardAt }, now)
    }
    this.#apply({ on: 'alarm' }, now)
  }

  /** One step: the new state is written before its effects are carried out; the output gate holds them until it is. */
  #apply(input: RoomInput, now = Date.now()): void {
    const before = this.#state
    const { state, effects } = step(before, input, now)
    this.#state = state
    if (isListenedToOtherwise(before, state)) this.#sockets.reckonAnew()
    this.#sockets.lookAround(now)
    this.#storage.save(before, state)
    this.#figures.count({ before, input, after: state, effects })
    for (const effect of effects) runEffect(effect, state, this.#tools)
    this.#setAlarm()
  }

  /** Nothing of the room stays on disk; or its door alone, which is all that the state still holds then. */
  #erase(keepDoor: boolean): void {
    if (!keepDoor) this.#state = emptyRoom
    const erased = this.#figures.keepThrough(() => this.#storage.erase(this.#state))
    this.ctx.waitUntil(this.ctx.blockConcurrencyWhile(() => erased))
    // The alarm went with all else.
    this.#alarmAt = undefined
  }

  /** The alarm stands at whatever is due next: by whole milliseconds, and not before it is due. */
  #setAlarm(): void {
    const due = [nextDue(this.#state), this.#sockets.nextDeadline()].filter((at) => at !== null)
    const at = due.length > 0 ? Math.ceil(Math.min(...due)) : null
    const unknown = this.#alarmAt === undefined
    if (at === this.#alarmAt || (unknown && at === null)) return
    this.#alarmAt = at
    this.ctx.waitUntil(at === null ? this.ctx.storage.deleteAlarm() : this.ctx.storage.setAlarm(at))
  }
}

/** What never fits is refused without saying when to come back. */
const tooMany = (waitMs: number): ProtocolError =>
  new ProtocolError('rate-limited', 'too many messages', {
    retryAfterMs: Number.isFinite(waitMs) ? waitMs : undefined,
  })
