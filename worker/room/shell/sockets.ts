import * as v from 'valibot'
import { closeReason } from '../../../protocol/close-reason.ts'
import { type ErrorCode, ProtocolError } from '../../../protocol/errors.ts'
import { newPeerId, type PeerId } from '../../../protocol/ids.ts'
import {
  MAX_SOCKETS_BEFORE_JOINING,
  PAGE_MESSAGE_BURST,
  PAGE_MESSAGES_PER_SECOND,
} from '../../../protocol/limits.ts'
import { PING, PONG } from '../../../protocol/page-edge/frames.ts'
import { PAGE_EDGE } from '../../../protocol/version.ts'
import { FORMER_PAGE_EDGE } from '../../../protocol/versions/page-edge.ts'
import type { GeoPoint } from '../../placement/geography.ts'
import { closeNormally, closeWith, sendIfOpen } from '../../websocket/close-socket.ts'
import { TokenBucket } from '../../websocket/token-bucket.ts'
import { SocketIdentity } from './socket-identity.ts'

/** The room's sockets, by the person they belong to. */
export class RoomSockets {
  readonly #ctx: DurableObjectState
  readonly #byPeer = new Map<PeerId, WebSocket>()
  /** What the attachments say, read once. */
  readonly #identities = new WeakMap<WebSocket, SocketIdentity>()
  /** How often a socket came, went or became somebody else's. */
  #changes = 0
  /** In memory only, and only until the directory has made something else of it: the network that a socket comes from. */
  readonly #networks = new WeakMap<WebSocket, string | null>()
  /** In memory only: an object that was idle long enough to hibernate was sent nothing that would count. */
  readonly #budgets = new WeakMap<WebSocket, TokenBucket>()

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG))
    for (const socket of ctx.getWebSockets()) {
      const { peer, over } = this.identity(socket)
      if (socket.readyState === WebSocket.READY_STATE_OPEN && !over) this.#byPeer.set(peer, socket)
    }
  }

  /** Takes a new socket in, under the id its person will have unless it resumes as somebody. */
  accept(
    socket: WebSocket,
    network: string | null,
    from: Pick<SocketIdentity, 'address' | 'site' | 'near'>,
    now: number,
  ): void {
    this.#ctx.acceptWebSocket(socket)
    this.#networks.set(socket, network)
    const peer = newPeerId()
    this.#write(socket, {
      peer,
      joined: false,
      protocol: PAGE_EDGE.newest,
      openedAt: now,
      ...from,
      lookedAt: null,
      strikes: 0,
      over: false,
    })
    this.#byPeer.set(peer, socket)
  }

  identity(socket: WebSocket): SocketIdentity {
    const known = this.#identities.get(socket) ?? v.parse(SocketIdentity, socket.deserializeAttachment())
    this.#identities.set(socket, known)
    return known
  }

  #write(socket: WebSocket, identity: SocketIdentity): void {
    socket.serializeAttachment(identity)
    this.#identities.set(socket, identity)
    this.#changes += 1
  }

  /** What is otherwise of it from now on. */
  change(socket: WebSocket, change: Partial<SocketIdentity>): void {
    this.#write(socket, { ...this.identity(socket), ...change })
  }

  /** A number that is another one whenever a socket came, went, or is somebody else's. */
  get changes(): number {
    return this.#changes
  }

  /** All that are somebody's. */
  all(): readonly (readonly [PeerId, WebSocket])[] {
    return [...this.#byPeer]
  }

  /** Whether it is still somebody's: a client may go on sending on a socket that the edge has closed. */
  isOurs(socket: WebSocket): boolean {
    return this.#byPeer.get(this.identity(socket).peer) === socket
  }

  of(peer: PeerId): WebSocket | undefined {
    return this.#byPeer.get(peer)
  }

  /** Whether as many of that address, or of its site, are open and have not asked to join as a room keeps (G6). */
  isCrowded({ address, site }: Pick<SocketIdentity, 'address' | 'site'>): boolean {
    const count = { address: 0, site: 0 }
    for (const socket of this.#byPeer.values()) {
      const other = this.identity(socket)
      if (other.joined) continue
      if (address !== null && other.address === address) count.address += 1
      if (site !== null && other.site === site) count.site += 1
    }
    const { address: ofAddress, site: ofSite } = MAX_SOCKETS_BEFORE_JOINING
    return count.address >= ofAddress || count.site >= ofSite
  }

  /** The people whose sockets are open and have asked to join. */
  connected(): ReadonlySet<PeerId> {
    return new Set(
      [...this.#byPeer].flatMap(([peer, socket]) => (this.identity(socket).joined ? [peer] : [])),
    )
  }

  /** The network that this person comes from; null where nobody knows, or remembers. */
  network(peer: PeerId): string | null {
    const socket = this.#byPeer.get(peer)
    return (socket && this.#networks.get(socket)) ?? null
  }

  /** About where this person is, or, of the whole room, whoever of it came first; null where nobody knows. */
  whereabouts(peer: PeerId | null): GeoPoint | null {
    const [first] = peer === null ? this.connected() : [peer]
    const socket = first && this.#byPeer.get(first)
    return socket ? this.identity(socket).near : null
  }

  markJoined(socket: WebSocket): void {
    this.change(socket, { joined: true })
  }

  /** Sends a frame, written in the newest version, in the one that its page speaks. */
  send(socket: WebSocket, text: string): void {
    const { protocol } = this.identity(socket)
    const said = FORMER_PAGE_EDGE.has(protocol)
      ? JSON.stringify(FORMER_PAGE_EDGE.toFormer(protocol, 'frame', JSON.parse(text)))
      : text
    sendIfOpen(socket, said)
  }

  /** Counts a bad message; returns how many there were. */
  strike(socket: WebSocket): number {
    const strikes = this.identity(socket).strikes + 1
    this.change(socket, { strikes })
    return strikes
  }

  /** Counts one more message, and answers 0; or counts nothing, and answers how long its page should have waited (ms). */
  waitToReceive(socket: WebSocket, now: number): number {
    const budget =
      this.#budgets.get(socket) ?? new TokenBucket(PAGE_MESSAGE_BURST, PAGE_MESSAGES_PER_SECOND, now)
    this.#budgets.set(socket, budget)
    const waitMs = budget.waitMs(now)
    if (waitMs === 0) budget.spend(now)
    return waitMs
  }

  /** The socket that came as `from` is that of `to`, who resumes; the one that `to` had is closed. */
  bind(from: PeerId, to: PeerId): void {
    const socket = this.#byPeer.get(from)
    if (!socket) return
    const former = this.#byPeer.get(to)
    if (former) this.end(former, new ProtocolError('replaced', 'somebody resumed as this person'))
    this.#byPeer.delete(from)
    this.#byPeer.set(to, socket)
    this.change(socket, { peer: to })
  }

  /**
   * The person whose socket this was, unless they have another by now, or the edge has closed it. A room that wakes because
   * a socket closes finds it gone already, and hears only then how it went.
   */
  forget(socket: WebSocket): PeerId | null {
    const { peer, over } = this.identity(socket)
    const current = this.#byPeer.get(peer)
    if (over || (current && current !== socket)) return null
    this.#byPeer.delete(peer)
    this.#changes += 1
    return peer
  }

  /**
   * Closes a socket, with an error's code or as a normal end: it is nobody's from then on, also when the room wakes
   * before its client has answered. Returns the person whose it was.
   */
  end(socket: WebSocket, error: ProtocolError | null): PeerId | null {
    const peer = this.forget(socket)
    this.change(socket, { over: true })
    if (error) {
      const { protocol } = this.identity(socket)
      const reason = FORMER_PAGE_EDGE.toFormer(protocol, 'closeReason', closeReason(error))
      closeWith(socket, error, String(reason))
    } else closeNormally(socket)
    return peer
  }

  /** Closes somebody's socket, where they have one. */
  close(peer: PeerId, code: ErrorCode | null): void {
    const socket = this.#byPeer.get(peer)
    if (socket) this.end(socket, code && new ProtocolError(code, code))
  }
}
