import { DurableObject } from 'cloudflare:workers'
import * as v from 'valibot'
import { ProtocolError } from '../../protocol/errors.ts'
import type { NodeAdminState } from '../../protocol/http/lending.ts'
import type { CheckTicket } from '../../protocol/http/page-check.ts'
import { type MediaRoomId, NodeId } from '../../protocol/ids.ts'
import {
  NODE_MESSAGE_MAX_BYTES,
  NODE_REGISTER_MAX_BYTES,
  NODE_SILENCE_MAX_MS,
} from '../../protocol/limits.ts'
import {
  type NodeFrame,
  readFirstNodeFrame,
  readNodeFrame,
  type UnknownNodeEvent,
  type UnspokenRegistration,
} from '../../protocol/node-edge/frames.ts'
import type { CheckAsk, Reachability } from '../../protocol/node-edge/port-check.ts'
import type { NodeOp } from '../../protocol/node-edge/requests.ts'
import type { Env } from '../env.ts'
import { clientNetwork } from '../http/client-network.ts'
import { errorResponse } from '../http/error-response.ts'
import { log } from '../log.ts'
import { geographicHint } from '../placement/geographic-hint.ts'
import { regionAt } from '../placement/regions.ts'
import { closeNormally } from '../websocket/close-socket.ts'
import { textMessage } from '../websocket/text-message.ts'
import { FrameGate } from './channel/frame-gate.ts'
import { NodeChannel } from './channel/node-channel.ts'
import { NodeSockets } from './channel/node-sockets.ts'
import { Misbehaviour } from './misbehaviour.ts'
import { NodeDirectory } from './node-directory.ts'
import { NodeEnd } from './node-end.ts'
import { NodeEvents } from './node-events.ts'
import { NodeRooms } from './node-rooms.ts'
import { NodeStorage } from './node-storage.ts'
import { Registrar } from './registration/registrar.ts'
import { nodeRevoked } from './registration/verify-registration.ts'
import { NodeAnswers } from './requests/node-answers.ts'
import { type CheckReply, type NodeAnswer, noNode } from './requests/pending-requests.ts'
import { PortChecks } from './requests/port-checks.ts'

/** The close code of a socket that did what it was for (RFC 6455 §7.4.1). */
const NORMAL_CLOSURE = 1000

/** One node: holds its one socket, passes requests to it, and tells the rooms that live on it when it goes. */
export class NodeObject extends DurableObject<Env> {
  readonly #storage: NodeStorage
  readonly #directory: NodeDirectory
  readonly #rooms: NodeRooms
  readonly #sockets: NodeSockets
  readonly #channel: NodeChannel
  readonly #checks: PortChecks
  readonly #misbehaviour: Misbehaviour
  readonly #gate: FrameGate
  readonly #answers: NodeAnswers
  readonly #events: NodeEvents
  readonly #end: NodeEnd
  readonly #registrar: Registrar

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#storage = new NodeStorage(ctx.storage)
    this.#directory = new NodeDirectory(env, this.#storage)
    this.#rooms = new NodeRooms(this.#storage, env)
    this.#sockets = new NodeSockets(ctx)
    this.#channel = new NodeChannel(this.#sockets, {
      dead: (socket, error) => this.#end.cutOff(socket, error),
      unanswering: () => this.#unanswering(),
    })
    this.#checks = new PortChecks(this.#sockets, this.#storage)
    this.#misbehaviour = new Misbehaviour(ctx.storage.sql, this.#directory)
    const parts = {
      env,
      storage: this.#storage,
      rooms: this.#rooms,
      sockets: this.#sockets,
      channel: this.#channel,
      directory: this.#directory,
      checks: this.#checks,
      misbehaviour: this.#misbehaviour,
    }
    this.#registrar = new Registrar(parts)
    this.#gate = new FrameGate(parts)
    this.#answers = new NodeAnswers({ ...parts, gate: this.#gate })
    this.#events = new NodeEvents(parts)
    this.#end = new NodeEnd(parts)
  }

  /** A node's WebSocket; the Worker knows that there is such a node, and passes its id in the path. */
  override async fetch(request: Request): Promise<Response> {
    const { host, pathname } = new URL(request.url)
    const network = clientNetwork(request)
    const region = regionAt(geographicHint(request.cf))
    try {
      this.#sockets.makeRoom(network, this.#storage.home())
    } catch (thrown) {
      return errorResponse(ProtocolError.from(thrown))
    }
    const { 0: client, 1: server } = new WebSocketPair()
    this.#sockets.accept(server, { node: v.parse(NodeId, pathname.split('/').at(-1)), host, network, region })
    await this.#watch()
    return new Response(null, { status: 101, webSocket: client })
  }

  /** Asks the node, for a room that from now on lives on it. Requests of a room are asked in their order. */
  async request(room: MediaRoomId, ops: readonly NodeOp[]): Promise<NodeAnswer> {
    const socket = await this.#socket()
    if (!socket) return noNode
    if (this.#rooms.add(room)) this.#welcomeRoom(socket, room)
    return this.#channel.ask(socket, room, ops)
  }

  /** The node's socket, once it has one again where it is only away for a moment. */
  async #socket(): Promise<WebSocket | undefined> {
    const socket = this.#sockets.registered()
    return socket || !this.#storage.registration() ? socket : this.#channel.whenBack()
  }

  /** A room that was given this node just before it began to drain has not been told. */
  #welcomeRoom(socket: WebSocket, room: MediaRoomId): void {
    const { node, session } = this.#sockets.attachment(socket)
    if (session !== null && this.#storage.isDraining(session)) {
      this.ctx.waitUntil(this.#rooms.drain(node, [room]))
    }
  }

  /** The room lives here no longer. */
  async release(room: MediaRoomId): Promise<void> {
    const socket = await this.#socket()
    this.#rooms.remove(room)
    if (!socket) return
    await this.#channel.ask(socket, room, [{ op: 'close-router' }])
  }

  /** Its part in a check of media ports, its own or another node's (N17). */
  check(ask: CheckAsk): Promise<CheckReply> {
    return this.#checks.ask(ask)
  }

  tellCheckTicket(ticket: CheckTicket): void {
    this.#checks.tellTicket(ticket)
  }

  tellReachability(reachability: Reachability): void {
    this.#checks.tell(reachability)
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    // What was under way when it was cut off.
    if (socket.readyState !== WebSocket.READY_STATE_OPEN) return
    const { node, session, protocol } = this.#sockets.attachment(socket)
    try {
      if (session === null) {
        const { frame, protocol: spoken } = readFirstNodeFrame(textMessage(message, NODE_REGISTER_MAX_BYTES))
        this.#sockets.change(socket, { protocol: spoken })
        return await this.#serve(socket, frame)
      }
      // Before it is read: what makes no sense, or waits for its turn, was said by somebody who lives.
      this.#channel.heard()
      this.#sockets.change(socket, { heardAt: Date.now() })
      const text = textMessage(message, NODE_MESSAGE_MAX_BYTES)
      if (await this.#gate.isWorthReading(node, text))
        await this.#serve(socket, readNodeFrame(text, protocol))
    } catch (thrown) {
      await this.#refuse(socket, thrown)
    }
  }

  /** As `ChannelListeners` has it. */
  async #unanswering(): Promise<boolean> {
    const node = this.#storage.registration()?.node
    if (!node) return false
    try {
      const { isServedElsewhere, error } = await this.#misbehaviour.unanswering(node)
      const socket = this.#sockets.registered()
      if (error && socket) await this.#end.putOut(socket, error)
      return isServedElsewhere
    } catch (thrown) {
      log.error('directory-not-told', thrown, { node })
      return false
    }
  }

  async #refuse(socket: WebSocket, thrown: unknown): Promise<void> {
    const { node, session } = this.#sockets.attachment(socket)
    const fault = ProtocolError.from(thrown)
    if (fault.code === 'internal') log.error('node-message-failed', thrown, { node })
    // A node that comes back at once with more of it is no better than one that was never cut off.
    const isGarbage = session !== null && (fault.code === 'bad-message' || fault.code === 'message-too-large')
    const error = (isGarbage && (await this.#misbehaviour.note(node, 'garbage'))) || fault
    log.warn('node-refused', { node, code: error.code })
    await this.#end.putOut(socket, error)
  }

  /** Pages of that room lost their way to the node (F4). False where the room does not live here, whatever it believes. */
  async suspect(room: MediaRoomId): Promise<boolean> {
    if (!this.#rooms.all().includes(room)) return false
    const node = this.#storage.registration()?.node
    // It lives: then the way to it may be closed.
    if ((await this.#channel.suspect()) && node) await this.#directory.suspected(node)
    return true
  }

  /** What the operator wants the node to be from now on (N11); answers how many rooms still live on it. */
  async setAdminState(node: NodeId, adminState: NodeAdminState): Promise<number> {
    await this.#directory.adminStateChanged(node, adminState)
    if (adminState === 'revoked') {
      for (const socket of this.#sockets.open()) {
        await this.#end.putOut(socket, nodeRevoked())
      }
      // It was away, and its rooms were waiting for it.
      if (this.#storage.registration()) await this.#end.nodeLost(node)
    }
    // It says itself that it drains, and ends when it has.
    const socket = adminState === 'draining' ? this.#sockets.registered() : undefined
    if (socket) this.#sockets.send(socket, { type: 'drain' })
    return this.#rooms.all().length
  }

  async #serve(socket: WebSocket, frame: NodeFrame | UnknownNodeEvent | UnspokenRegistration): Promise<void> {
    const { node, session } = this.#sockets.attachment(socket)
    if (frame.type === 'register') return this.#registrar.register(socket, frame)
    if (frame.type === 'register-unspoken') return this.#registrar.refuseVersion(socket, frame)
    if (session === null) throw new ProtocolError('not-joined', 'register first')
    if (frame.type === 'answer' || frame.type === 'checked') return this.#answers.take(node, frame)
    switch (frame.type) {
      case 'alive':
        return undefined
      case 'event':
        return this.#events.heard(frame.event)
      case 'unknown-event':
        return this.#events.passOver(node, frame.event)
      default:
        return frame satisfies never
    }
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    closeNormally(socket)
    await this.#end.socketGone(socket, code === NORMAL_CLOSURE ? 'left' : 'lost')
  }

  override async webSocketError(socket: WebSocket, thrown: unknown): Promise<void> {
    log.warn('node-socket-failed', { node: this.#sockets.attachment(socket).node, error: String(thrown) })
    await this.#end.socketGone(socket)
  }

  /** Looks whether the node is still heard, and whether whoever connected has registered (N5). */
  override async alarm(): Promise<void> {
    for (const socket of this.#sockets.overdue(Date.now())) {
      const { session } = this.#sockets.attachment(socket)
      const error =
        session === null
          ? new ProtocolError('register-timeout', 'no registration in time')
          : new ProtocolError('ping-timeout', 'silent for too long')
      await this.#end.cutOff(socket, error)
    }
    const registration = this.#storage.registration()
    if (registration && !this.#sockets.registered()) await this.#end.nodeLost(registration.node)
    if (this.ctx.getWebSockets().length > 0) await this.#watch()
  }

  async #watch(): Promise<void> {
    await this.ctx.storage.setAlarm(Date.now() + NODE_SILENCE_MAX_MS)
  }
}
