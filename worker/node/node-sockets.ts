import * as v from 'valibot'
import { ProtocolError } from '../../protocol/errors.ts'
import { NodeId, NodeSessionId } from '../../protocol/ids.ts'
import {
  JOIN_DEADLINE_MS,
  MAX_UNREGISTERED_NODE_SOCKETS,
  NODE_SILENCE_MAX_MS,
} from '../../protocol/limits.ts'
import type { EdgeToNodeFrame } from '../../protocol/node-frames.ts'
import { NodeNonce, newNodeNonce } from '../../protocol/node-key.ts'
import { closeWith, sendIfOpen } from '../socket/close-socket.ts'

/** What a node's socket remembers through hibernation. */
const Attachment = v.object({
  node: NodeId,
  /** The edge's name and port, as whoever dialled calls it. */
  host: v.string(),
  /** What is to be signed; null once something was. */
  nonce: v.nullable(NodeNonce),
  /** Null until it has registered. */
  session: v.nullable(NodeSessionId),
  heardAt: v.number(),
})
export type NodeAttachment = v.InferOutput<typeof Attachment>

/** The sockets of one NodeObject: at most one of them is the node's, the others have still to prove that they are. */
export class NodeSockets {
  readonly #ctx: DurableObjectState

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx
  }

  /** Takes a socket, and challenges whoever dialled it. */
  accept(socket: WebSocket, node: NodeId, host: string): void {
    const strangers = this.open().filter((other) => this.attachment(other).session === null)
    const tooMany = strangers.length + 1 - MAX_UNREGISTERED_NODE_SOCKETS
    const byAge = strangers.toSorted((a, b) => this.attachment(a).heardAt - this.attachment(b).heardAt)
    for (const oldest of byAge.slice(0, Math.max(0, tooMany))) {
      closeWith(oldest, new ProtocolError('rate-limited', 'too many connections that do not register'))
    }
    this.#ctx.acceptWebSocket(socket)
    const nonce = newNodeNonce()
    this.#attach(socket, { node, host, nonce, session: null, heardAt: Date.now() })
    this.send(socket, { type: 'challenge', nonce })
  }

  open(): WebSocket[] {
    return this.#ctx.getWebSockets().filter((socket) => socket.readyState === WebSocket.READY_STATE_OPEN)
  }

  /** The node's own, if it is connected. */
  registered(): WebSocket | undefined {
    return this.open().find((socket) => this.attachment(socket).session !== null)
  }

  attachment(socket: WebSocket): NodeAttachment {
    return v.parse(Attachment, socket.deserializeAttachment())
  }

  change(socket: WebSocket, change: Partial<NodeAttachment>): void {
    this.#attach(socket, { ...this.attachment(socket), ...change })
  }

  /** Those that were not heard for longer than the protocol bears with. */
  overdue(now: number): WebSocket[] {
    return this.open().filter((socket) => {
      const { session, heardAt } = this.attachment(socket)
      return heardAt + (session === null ? JOIN_DEADLINE_MS : NODE_SILENCE_MAX_MS) <= now
    })
  }

  send(socket: WebSocket, frame: EdgeToNodeFrame): void {
    sendIfOpen(socket, JSON.stringify(frame))
  }

  /** Tells why, and closes. */
  refuse(socket: WebSocket, error: ProtocolError): void {
    this.send(socket, { type: 'error', error: error.toWire() })
    closeWith(socket, error)
  }

  #attach(socket: WebSocket, attachment: NodeAttachment): void {
    socket.serializeAttachment(attachment)
  }
}
