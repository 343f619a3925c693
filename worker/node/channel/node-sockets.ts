import * as v from 'valibot'
import { ProtocolError } from '../../../protocol/errors.ts'
import { NodeId, NodeSessionId } from '../../../protocol/ids.ts'
import { JOIN_DEADLINE_MS, NODE_REGISTER_PATIENCE_MS, NODE_SILENCE_MAX_MS } from '../../../protocol/limits.ts'
import { type EdgeToNodeFrame, writeEdgeToNodeFrame } from '../../../protocol/node-edge/frames.ts'
import { NodeNonce, newNodeNonce } from '../../../protocol/node-edge/keys.ts'
import { NODE_EDGE } from '../../../protocol/version.ts'
import { HOME, REGIONS } from '../../placement/regions.ts'
import { closeWith, sendIfOpen } from '../../websocket/close-socket.ts'
import { admit } from './unregistered-sockets.ts'

/** What a node's socket remembers through hibernation. */
const Attachment = v.object({
  node: NodeId,
  /** The edge's name and port, as whoever dialled calls it. */
  host: v.string(),
  /** Where it was dialled from; null where nobody knows. */
  network: v.optional(v.nullable(v.string()), null),
  /** The region that this is in. */
  region: v.optional(v.picklist(REGIONS), HOME),
  /** What is to be signed; null once something was. */
  nonce: v.nullable(NodeNonce),
  /** Null until it has registered. */
  session: v.nullable(NodeSessionId),
  heardAt: v.number(),
  /** The version that it speaks, as it said when it registered. */
  protocol: v.optional(v.number(), NODE_EDGE.newest),
})
export type NodeAttachment = v.InferOutput<typeof Attachment>

/** The sockets of one NodeObject: at most one of them is the node's, the others have still to prove that they are. */
export class NodeSockets {
  readonly #ctx: DurableObjectState

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx
  }

  /**
   * Makes room for one more that has still to prove that it is the node. Throws `rate-limited` where there is none.
   *
   * @param home - The network from which the node registered last.
   */
  makeRoom(network: string | null, home: string | null): void {
    const strangers = this.open()
      .map((socket) => ({ socket, ...this.attachment(socket) }))
      .filter(({ session }) => session === null)
    const { admitted, instead } = admit(strangers, network, home, Date.now())
    const crowded = new ProtocolError('rate-limited', 'too many connections that do not register', {
      retryAfterMs: NODE_REGISTER_PATIENCE_MS,
    })
    if (!admitted) throw crowded
    if (instead) this.refuse(instead.socket, crowded)
  }

  /** Takes a socket, and challenges whoever dialled it. */
  accept(socket: WebSocket, dialled: Pick<NodeAttachment, 'node' | 'host' | 'network' | 'region'>): void {
    this.#ctx.acceptWebSocket(socket)
    const nonce = newNodeNonce()
    this.#attach(socket, {
      ...dialled,
      nonce,
      session: null,
      heardAt: Date.now(),
      protocol: NODE_EDGE.newest,
    })
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
    sendIfOpen(socket, writeEdgeToNodeFrame(frame, this.attachment(socket).protocol))
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
