import * as v from 'valibot'
import { type ErrorCode, ProtocolError } from '../../../protocol/errors.ts'
import { newPeerId, PeerId } from '../../../protocol/ids.ts'
import {
  JOIN_DEADLINE_MS,
  PAGE_LOOK_MS,
  PAGE_LOOKS_EVERY_MS,
  PAGE_MESSAGE_BURST,
  PAGE_MESSAGES_PER_SECOND,
  PAGE_PING_MISSED_MS,
  PAGE_SILENCE_MAX_MS,
} from '../../../protocol/limits.ts'
import { PING, PONG } from '../../../protocol/page-frames.ts'
import type { GeoPoint } from '../../placement/geography.ts'
import { closeNormally, closeWith, sendIfOpen } from '../../websocket/close-socket.ts'
import { TokenBucket } from '../../websocket/token-bucket.ts'
import { AddressHash } from '../door/secrets.ts'

/** Who a socket is: it travels with the socket through hibernation. */
const Identity = v.object({
  peer: PeerId,
  /** Whether it has asked to join. */
  joined: v.boolean(),
  openedAt: v.number(),
  /** Where it comes from, as far as the room may know. */
  address: v.nullable(AddressHash),
  /** And from which IPv6 site. */
  site: v.optional(v.nullable(AddressHash), null),
  /** About where on Earth that is. */
  near: v.nullable(v.object({ latitude: v.number(), longitude: v.number() })),
  /** When its page was last asked whether it lives (ms since the epoch); null where that was not needed yet. */
  lookedAt: v.optional(v.nullable(v.number()), null),
  /** Malformed or unwanted messages so far. */
  strikes: v.number(),
  /** Whether the edge has closed it: it is nobody's, whatever still comes from it. */
  over: v.optional(v.boolean(), false),
})
export type Identity = v.InferOutput<typeof Identity>

/** The room's sockets, by the person they belong to. */
export class RoomSockets {
  readonly #ctx: DurableObjectState
  readonly #byPeer = new Map<PeerId, WebSocket>()
  readonly #isListenedTo: (peer: PeerId) => boolean
  /** When it was last seen whose pings are missing. */
  #lookedAroundAt = Number.NEGATIVE_INFINITY
  /** What the attachments say, read once. */
  readonly #identities = new WeakMap<WebSocket, Identity>()
  /** When a socket may be overdue: reckoned anew when sockets come and go, for a ping only puts it off. */
  #deadlineAt: number | null | undefined
  /** In memory only, and only until the directory has made something else of it: the network that a socket comes from. */
  readonly #networks = new WeakMap<WebSocket, string | null>()
  /** In memory only: an object that was idle long enough to hibernate was sent nothing that would count. */
  readonly #budgets = new WeakMap<WebSocket, TokenBucket>()

  /** @param isListenedTo - Whether a node would say so if it heard nothing of this person's page. */
  constructor(ctx: DurableObjectState, isListenedTo: (peer: PeerId) => boolean) {
    this.#ctx = ctx
    this.#isListenedTo = isListenedTo
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
    from: Pick<Identity, 'address' | 'site' | 'near'>,
    now: number,
  ): void {
    this.#ctx.acceptWebSocket(socket)
    this.#networks.set(socket, network)
    const peer = newPeerId()
    this.#write(socket, {
      peer,
      joined: false,
      openedAt: now,
      ...from,
      lookedAt: null,
      strikes: 0,
      over: false,
    })
    this.#byPeer.set(peer, socket)
  }

  identity(socket: WebSocket): Identity {
    const known = this.#identities.get(socket) ?? v.parse(Identity, socket.deserializeAttachment())
    this.#identities.set(socket, known)
    return known
  }

  #write(socket: WebSocket, identity: Identity): void {
    socket.serializeAttachment(identity)
    this.#identities.set(socket, identity)
    this.#deadlineAt = undefined
  }

  /** Whether it is still somebody's: a client may go on sending on a socket that the edge has closed. */
  isOurs(socket: WebSocket): boolean {
    return this.#byPeer.get(this.identity(socket).peer) === socket
  }

  of(peer: PeerId): WebSocket | undefined {
    return this.#byPeer.get(peer)
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
    this.#write(socket, { ...this.identity(socket), joined: true })
  }

  /** Counts a bad message; returns how many there were. */
  strike(socket: WebSocket): number {
    const identity = this.identity(socket)
    const strikes = identity.strikes + 1
    this.#write(socket, { ...identity, strikes })
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
    this.#write(socket, { ...this.identity(socket), peer: to })
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
    this.#deadlineAt = undefined
    return peer
  }

  /**
   * Closes a socket, with an error's code or as a normal end: it is nobody's from then on, also when the room wakes
   * before its client has answered. Returns the person whose it was.
   */
  end(socket: WebSocket, error: ProtocolError | null): PeerId | null {
    const peer = this.forget(socket)
    this.#write(socket, { ...this.identity(socket), over: true })
    if (error) closeWith(socket, error)
    else closeNormally(socket)
    return peer
  }

  /** Closes somebody's socket, where they have one. */
  close(peer: PeerId, code: ErrorCode | null): void {
    const socket = this.#byPeer.get(peer)
    if (socket) this.end(socket, code && new ProtocolError(code, code))
  }

  /** Has somebody's page show that its socket lives: what does not come within PAGE_LOOK_MS ends it. */
  look(peer: PeerId, now: number): void {
    const socket = this.#byPeer.get(peer)
    if (!socket || this.#isLookedAfter(socket)) return
    this.#write(socket, { ...this.identity(socket), lookedAt: now })
    sendIfOpen(socket, PING)
  }

  /**
   * Looks after everybody whose pings are missing. Done whenever the room is awake, so that nobody needs to be woken for it; pings
   * themselves wake nobody.
   */
  lookAround(now: number): void {
    if (now - this.#lookedAroundAt < PAGE_LOOKS_EVERY_MS) return
    this.#lookedAroundAt = now
    this.#deadlineAt = undefined
    for (const [peer, socket] of this.#byPeer) {
      if (this.identity(socket).joined && this.#heardAt(socket) + PAGE_PING_MISSED_MS <= now)
        this.look(peer, now)
    }
  }

  /**
   * Closes the sockets that have not joined, or show no life when they are looked after; returns whose they were, and when they
   * were last heard. Those that were silent for too long are looked after first.
   */
  closeOverdue(now: number): { readonly peer: PeerId; readonly heardAt: number }[] {
    this.#deadlineAt = undefined
    return [...this.#byPeer].flatMap(([peer, socket]) => {
      if (this.#deadline(peer, socket) > now) return []
      const { joined } = this.identity(socket)
      if (joined && !this.#isLookedAfter(socket)) {
        this.look(peer, now)
        return []
      }
      const heardAt = this.#heardAt(socket)
      this.end(
        socket,
        joined
          ? new ProtocolError('ping-timeout', 'silent for too long')
          : new ProtocolError('join-timeout', 'no join in time'),
      )
      return joined ? [{ peer, heardAt }] : []
    })
  }

  /** It is another question now when sockets are overdue. */
  reckonAnew(): void {
    this.#deadlineAt = undefined
  }

  /** When the next socket is overdue (ms since the epoch), or null. */
  nextDeadline(): number | null {
    if (this.#deadlineAt === undefined) {
      const deadlines = [...this.#byPeer].map(([peer, socket]) => this.#deadline(peer, socket))
      this.#deadlineAt = deadlines.length > 0 ? Math.min(...deadlines) : null
    }
    return this.#deadlineAt
  }

  /** A page must join soon, and ping for ever after: a machine that vanished closes no socket. */
  #deadline(peer: PeerId, socket: WebSocket): number {
    const { joined, openedAt, lookedAt } = this.identity(socket)
    if (!joined) return openedAt + JOIN_DEADLINE_MS
    if (lookedAt !== null && this.#isLookedAfter(socket)) return lookedAt + PAGE_LOOK_MS
    if (this.#isListenedTo(peer)) return this.#heardAt(socket) + PAGE_SILENCE_MAX_MS
    const missed = this.#heardAt(socket) + PAGE_PING_MISSED_MS
    return Math.ceil(missed / PAGE_LOOKS_EVERY_MS) * PAGE_LOOKS_EVERY_MS
  }

  /** Whether it was asked for a sign of life, and has given none since. */
  #isLookedAfter(socket: WebSocket): boolean {
    const { lookedAt } = this.identity(socket)
    return lookedAt !== null && this.#heardAt(socket) < lookedAt
  }

  #heardAt(socket: WebSocket): number {
    const { openedAt } = this.identity(socket)
    return Math.max(this.#ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? openedAt, openedAt)
  }
}
