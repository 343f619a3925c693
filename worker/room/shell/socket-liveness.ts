import { ProtocolError } from '../../../protocol/errors.ts'
import type { PeerId } from '../../../protocol/ids.ts'
import {
  JOIN_DEADLINE_MS,
  PAGE_LOOK_MS,
  PAGE_LOOKS_EVERY_MS,
  PAGE_PING_MISSED_MS,
  PAGE_SILENCE_MAX_MS,
} from '../../../protocol/limits.ts'
import { PING } from '../../../protocol/page-edge/frames.ts'
import { sendIfOpen } from '../../websocket/close-socket.ts'
import type { RoomSockets } from './sockets.ts'

/** Which of the room's sockets give a sign of life, and when those that give none are closed (R8). */
export class SocketLiveness {
  readonly #ctx: DurableObjectState
  readonly #sockets: RoomSockets
  readonly #isListenedTo: (peer: PeerId) => boolean
  /** When it was last seen whose pings are missing. */
  #checkedAt = Number.NEGATIVE_INFINITY
  /** When a socket may be overdue, as of that number of changes to the sockets: a ping only puts it off. */
  #next: { readonly at: number | null; readonly changes: number } | null = null

  /** @param isListenedTo - Whether a node would say so if it heard nothing of this person's page. */
  constructor(ctx: DurableObjectState, sockets: RoomSockets, isListenedTo: (peer: PeerId) => boolean) {
    this.#ctx = ctx
    this.#sockets = sockets
    this.#isListenedTo = isListenedTo
  }

  /** Has somebody's page show that its socket lives: what does not come within PAGE_LOOK_MS ends it. */
  check(peer: PeerId, now: number): void {
    const socket = this.#sockets.of(peer)
    if (!socket || this.#isChecked(socket)) return
    this.#sockets.change(socket, { lookedAt: now })
    sendIfOpen(socket, PING)
  }

  /**
   * Checks everybody whose pings are missing. Done whenever the room is awake, so that nobody needs to be woken for it; pings
   * themselves wake nobody.
   */
  checkSilent(now: number): void {
    if (now - this.#checkedAt < PAGE_LOOKS_EVERY_MS) return
    this.#checkedAt = now
    this.#next = null
    for (const [peer, socket] of this.#sockets.all()) {
      if (this.#sockets.identity(socket).joined && this.#heardAt(socket) + PAGE_PING_MISSED_MS <= now)
        this.check(peer, now)
    }
  }

  /**
   * Closes the sockets that have not joined, or show no life when they are checked; returns whose they were, and when they
   * were last heard. Those that were silent for too long are checked first.
   */
  closeOverdue(now: number): { readonly peer: PeerId; readonly heardAt: number }[] {
    this.#next = null
    return this.#sockets.all().flatMap(([peer, socket]) => {
      if (this.#deadline(peer, socket) > now) return []
      const { joined } = this.#sockets.identity(socket)
      if (joined && !this.#isChecked(socket)) {
        this.check(peer, now)
        return []
      }
      const heardAt = this.#heardAt(socket)
      this.#sockets.end(
        socket,
        joined
          ? new ProtocolError('ping-timeout', 'silent for too long')
          : new ProtocolError('join-timeout', 'no join in time'),
      )
      return joined ? [{ peer, heardAt }] : []
    })
  }

  /** It is another question now when sockets are overdue. */
  recalculate(): void {
    this.#next = null
  }

  /** When the next socket is overdue (ms since the epoch), or null. */
  nextDeadline(): number | null {
    const { changes } = this.#sockets
    if (this.#next?.changes !== changes) {
      const deadlines = this.#sockets.all().map(([peer, socket]) => this.#deadline(peer, socket))
      this.#next = { at: deadlines.length > 0 ? Math.min(...deadlines) : null, changes }
    }
    return this.#next.at
  }

  /** A page must join soon, and ping for ever after: a machine that vanished closes no socket. */
  #deadline(peer: PeerId, socket: WebSocket): number {
    const { joined, openedAt, lookedAt } = this.#sockets.identity(socket)
    if (!joined) return openedAt + JOIN_DEADLINE_MS
    if (lookedAt !== null && this.#isChecked(socket)) return lookedAt + PAGE_LOOK_MS
    if (this.#isListenedTo(peer)) return this.#heardAt(socket) + PAGE_SILENCE_MAX_MS
    const missed = this.#heardAt(socket) + PAGE_PING_MISSED_MS
    return Math.ceil(missed / PAGE_LOOKS_EVERY_MS) * PAGE_LOOKS_EVERY_MS
  }

  /** Whether it was asked for a sign of life, and has given none since. */
  #isChecked(socket: WebSocket): boolean {
    const { lookedAt } = this.#sockets.identity(socket)
    return lookedAt !== null && this.#heardAt(socket) < lookedAt
  }

  #heardAt(socket: WebSocket): number {
    const { openedAt } = this.#sockets.identity(socket)
    return Math.max(this.#ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? openedAt, openedAt)
  }
}
