import { ProtocolError } from '../../protocol/errors.ts'
import type { CheckTicket } from '../../protocol/http/page-check.ts'
import type { MediaRoomId, NodeId } from '../../protocol/ids.ts'
import type { NodeEvent, NodeRegistration } from '../../protocol/node-edge/events.ts'
import type { EdgeToNodeFrame } from '../../protocol/node-edge/frames.ts'
import type { NodeNonce, NodePrivateKey } from '../../protocol/node-edge/keys.ts'
import type { CheckAnswer, CheckAsk, Reachability } from '../../protocol/node-edge/port-check.ts'
import type { NodeBatch, NodeOutcome } from '../../protocol/node-edge/requests.ts'
import { NODE_EDGE } from '../../protocol/version.ts'
import { log } from '../shared/log.ts'
import { DialPlan } from './dial-plan.ts'
import { EdgeSocket } from './edge-socket.ts'
import { edgeUrl } from './edge-url.ts'
import { signRegistration } from './sign-registration.ts'

export interface EdgeLinkSettings {
  /** Where the edge is; a path before `/api` is kept. */
  readonly edge: URL
  /** Proves at each connection that this is the node that was enrolled. */
  readonly key: NodePrivateKey
  readonly node: NodeId
  /** Asked anew for each connection. */
  readonly registration: () => NodeRegistration
  /** How often `onHeartbeat` is called while registered. */
  readonly heartbeatIntervalMs: number
  /** How long it waits before it dials an edge of another version again; `otherVersionMs` where it is not said. */
  readonly otherVersionMs?: (attempt: number) => number
}

export interface EdgeLinkListeners {
  /** Registered: routers of rooms that are not in the list are to be closed. The first heartbeat follows. */
  onRegistered(rooms: readonly MediaRoomId[]): void
  /** Executes a batch; it never rejects. */
  onBatch(batch: NodeBatch): Promise<NodeOutcome[]>
  /** Takes part in a check of media ports; it never rejects. */
  onCheck(ask: CheckAsk): Promise<CheckAnswer>
  /** No other node can try this one's ports, but a page with this ticket can. */
  onCheckTicket(ticket: CheckTicket): void
  /** This node's own ports were checked. */
  onReachability(reachability: Reachability): void
  onHeartbeat(): void
  /** The edge's operator wants this node to go. */
  onDrain(): void
  /** The edge speaks another version of the protocol: until one of the two is updated, no rooms come. It is dialled again. */
  onOtherVersion(error: ProtocolError): void
  /** The edge refuses this node for good; nothing more is tried. */
  onGivenUp(error: ProtocolError): void
}

/** This node's link to its edge: registers, and does so again for ever when the socket is cut, until told to stop. */
export class EdgeLink {
  readonly #settings: EdgeLinkSettings
  readonly #listeners: EdgeLinkListeners
  readonly #url: URL
  #socket: EdgeSocket | undefined
  #registered = false
  #stopped = false
  readonly #plan: DialPlan
  #lastReason = ''
  /** What the edge said before it ends the present socket. */
  #refusal: ProtocolError | undefined
  #retry: NodeJS.Timeout | undefined
  #heartbeat: NodeJS.Timeout | undefined

  constructor(settings: EdgeLinkSettings, listeners: EdgeLinkListeners) {
    this.#settings = settings
    this.#listeners = listeners
    this.#plan = new DialPlan(settings.otherVersionMs)
    this.#url = edgeUrl(settings.edge, 'ws', `/api/node/${settings.node}`)
  }

  /** Dials. To be called once. */
  start(): void {
    this.#dial()
  }

  /** Whether the edge has this node now. */
  get registered(): boolean {
    return this.#registered
  }

  /** Tells the edge something; answers whether it could be sent, which needs a registration. */
  tell(event: NodeEvent): boolean {
    return this.#registered && (this.#socket?.send({ type: 'event', event }) ?? false)
  }

  /** Closes the socket and dials no more. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#retry)
    this.#unregister()
    await this.#socket?.close(1000, 'the node is stopped')
  }

  #dial(): void {
    const socket = new EdgeSocket(this.#url, this.#plan.speaks, {
      onOpen: () => this.#opened(socket),
      onFrame: (frame) => this.#take(socket, frame),
      onEnd: (reason, refusal = this.#refusal, retryAfterMs = refusal?.retryAfterMs) =>
        this.#ended(reason, refusal, retryAfterMs),
    })
    this.#socket = socket
  }

  #opened(socket: EdgeSocket): void {
    this.#heartbeat = setInterval(() => this.#beat(socket), this.#settings.heartbeatIntervalMs)
  }

  #beat(socket: EdgeSocket): void {
    if (!this.#registered) {
      socket.drop('the edge does not answer the registration')
      return
    }
    socket.ping()
    this.#listeners.onHeartbeat()
  }

  #take(socket: EdgeSocket, frame: EdgeToNodeFrame): void {
    switch (frame.type) {
      case 'challenge':
        void this.#register(socket, frame.nonce)
        break
      case 'registered':
        this.#takeRegistered(frame.rooms)
        break
      case 'are-you-alive':
        socket.send({ type: 'alive' })
        break
      case 'drain':
        this.#listeners.onDrain()
        break
      case 'batch':
        this.#takeBatch(socket, frame.batch)
        break
      case 'check':
        void this.#listeners
          .onCheck(frame.ask)
          .then((answer) => socket.send({ type: 'checked', id: frame.id, answer }))
        break
      case 'check-ticket':
        this.#listeners.onCheckTicket(frame.ticket)
        break
      case 'reachability':
        this.#listeners.onReachability(frame.reachability)
        break
      case 'error':
        this.#takeError(socket, ProtocolError.fromWire(frame.error))
        break
      default:
        frame satisfies never
    }
  }

  async #register(socket: EdgeSocket, nonce: NodeNonce): Promise<void> {
    const { key } = this.#settings
    const own = this.#settings.registration()
    const speaks = this.#plan.speaks
    const registration = speaks === NODE_EDGE.newest ? own : { ...own, protocol: speaks }
    socket.send(await signRegistration(key, this.#url.host, nonce, registration))
  }

  #takeRegistered(rooms: readonly MediaRoomId[]): void {
    // What was being shut down when the answer came stays shut down.
    if (this.#stopped) return
    this.#registered = true
    this.#plan.registered()
    this.#lastReason = ''
    log.info('node-registered', { node: this.#settings.node, rooms: rooms.length })
    this.#listeners.onRegistered(rooms)
    this.#listeners.onHeartbeat()
  }

  #takeBatch(socket: EdgeSocket, batch: NodeBatch): void {
    // The answer goes where the question came from: on another socket, its number may mean another batch.
    void this.#listeners
      .onBatch(batch)
      .then((outcomes) => socket.send({ type: 'answer', id: batch.id, outcomes }))
  }

  #takeError(socket: EdgeSocket, error: ProtocolError): void {
    this.#refusal = error
    void socket.close(1000, 'error received')
  }

  /** The socket's end, with the edge's reason if it gave one, before or after the socket was open. */
  #ended(reason: string, refusal: ProtocolError | undefined, retryAfterMs: number | undefined): void {
    const [wasRegistered, told] = [this.#registered, this.#refusal]
    this.#unregister()
    this.#refusal = undefined
    if (this.#stopped) return
    const next = this.#plan.ended({ wasRegistered, told, refusal, retryAfterMs })
    switch (next.do) {
      case 'give-up':
        this.#giveUp(next.error)
        return
      case 'speak-older':
        log.info('edge-speaks-an-older-version', { tried: this.#plan.speaks, own: NODE_EDGE.newest })
        break
      case 'wait-for-version':
        this.#tellOtherVersion(next.error, next.retryMs)
        break
      case 'dial':
        this.#tellEnd(wasRegistered, refusal ? `${refusal.code}: ${refusal.message}` : reason, next.retryMs)
        break
      default:
        next satisfies never
    }
    this.#retry = setTimeout(() => this.#dial(), next.retryMs)
  }

  #tellOtherVersion(error: ProtocolError, retryMs: number): void {
    log.error('edge-speaks-another-version', { reason: error.message, own: NODE_EDGE.newest, retryMs })
    this.#listeners.onOtherVersion(error)
  }

  #tellEnd(wasRegistered: boolean, reason: string, retryMs: number): void {
    if (wasRegistered) log.warn('edge-disconnected', { reason, retryMs })
    // An edge that stays away for a day is one line, not twenty thousand.
    else if (reason !== this.#lastReason) log.warn('edge-unreachable', { reason, retryMs })
    this.#lastReason = reason
  }

  #giveUp(error: ProtocolError): void {
    this.#stopped = true
    log.error('edge-refused', { code: error.code, reason: error.message })
    this.#listeners.onGivenUp(error)
  }

  #unregister(): void {
    this.#registered = false
    clearInterval(this.#heartbeat)
  }
}
